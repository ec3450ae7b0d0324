# What messages say, inside the program.

    .section .rodata

    .global suivant_post_fr, suivant_post_fr_end
suivant_post_fr:
    .incbin "net/gateway/post/messages/fr.json"
suivant_post_fr_end:

    .global suivant_post_en, suivant_post_en_end
suivant_post_en:
    .incbin "net/gateway/post/messages/en.json"
suivant_post_en_end:

    .section .note.GNU-stack, "", @progbits

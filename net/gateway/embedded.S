# The message files and interface descriptions, inside the program.

    .section .rodata

    .global suivant_messages_fr, suivant_messages_fr_end
suivant_messages_fr:
    .incbin "web/messages/fr.json"
suivant_messages_fr_end:

    .global suivant_messages_en, suivant_messages_en_end
suivant_messages_en:
    .incbin "web/messages/en.json"
suivant_messages_en_end:

    .global suivant_openapi, suivant_openapi_end
suivant_openapi:
    .incbin "docs/openapi.json"
suivant_openapi_end:

    .global suivant_asyncapi, suivant_asyncapi_end
suivant_asyncapi:
    .incbin "docs/asyncapi.json"
suivant_asyncapi_end:

    .section .note.GNU-stack, "", @progbits

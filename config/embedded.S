# The sample office, inside the program.

    .section .rodata
    .global suivant_demo_office, suivant_demo_office_end
suivant_demo_office:
    .incbin "config/offices/mairie.json"
suivant_demo_office_end:

    .section .note.GNU-stack, "", @progbits

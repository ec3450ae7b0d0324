# The common passwords, inside the program.

    .section .rodata

    .global suivant_common_passwords, suivant_common_passwords_end
suivant_common_passwords:
    .incbin "actors/access/common_passwords.txt"
suivant_common_passwords_end:

    .section .note.GNU-stack, "", @progbits

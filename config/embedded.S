# The sample office and the templates of set-ups, inside the program.

    .section .rodata
    .global suivant_demo_office, suivant_demo_office_end
suivant_demo_office:
    .incbin "config/offices/mairie.json"
suivant_demo_office_end:

    # One behind the other: each ends where the next begins.
    .global suivant_template_distribution, suivant_template_pool
    .global suivant_template_waste, suivant_template_vaccination
    .global suivant_templates_end
suivant_template_distribution:
    .incbin "config/templates/distribution.json"
suivant_template_pool:
    .incbin "config/templates/pool-session.json"
suivant_template_waste:
    .incbin "config/templates/waste-centre.json"
suivant_template_vaccination:
    .incbin "config/templates/vaccination.json"
suivant_templates_end:

    .section .note.GNU-stack, "", @progbits

# Beats as heartbeat does, and changes every page of 4 MiB of its memory at every tick of the timer: a migration that
# copies less than 73 MiB in a second never catches up with it. Needs more than 5 MiB.

.include "boot.inc"

    BOOT
    mov bl, 'A'
beat:
    OUTB COM1, bl
    mov bh, 9               # ticks from beat to beat
tick:
    hlt
    cli                     # FS reaches all memory once it has been loaded in protected mode
    lgdt [table]
    mov eax, cr0
    or al, 1
    mov cr0, eax
    mov cx, 8
    mov fs, cx
    and al, 0xfe
    mov cr0, eax
    sti
    mov edi, 0x100000
page:
    inc word ptr fs:[edi]
    add edi, 4096
    cmp edi, 0x500000
    jne page
    dec bh
    jnz tick
    inc bl
    cmp bl, 'Z'
    jbe beat
    mov bl, 'A'
    jmp beat

table:
    .word 15                # the descriptors below: none, and data from 0 to 4 GiB
    .long descriptors
descriptors:
    .quad 0
    .byte 0xff, 0xff, 0, 0, 0, 0x92, 0xcf, 0
    SIGNATURE

# Writes sectors to the second disk for ever, half a MiB apart, by the BIOS: fills a thin image until its file system is
# full. The firmware offers a second disk (drive 0x81) only when it has a <boot order>.

.include "boot.inc"

    BOOT
write:
    mov si, offset request
    mov ah, 0x43            # extended write
    mov al, 0
    mov dl, 0x81
    int 0x13
    add dword ptr [sector], 1024
    jmp write

    .balign 4
request:                    # disk address packet: size, sectors, buffer offset and segment, first sector
    .byte 16, 0
    .word 1
    .word 0x7c00, 0
sector:
    .long 0, 0
    SIGNATURE

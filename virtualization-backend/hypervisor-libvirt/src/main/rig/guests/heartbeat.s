# Sends one letter about every half second on COM1: A, B, … Z, A, … A gap in the beats shows that the guest stood
# still; a letter out of order shows that it lost its memory, an A that it was started anew.

.include "boot.inc"

    BOOT
    mov bl, 'A'
beat:
    OUTB COM1, bl
    SLEEP 9
    inc bl
    cmp bl, 'Z'
    jbe beat
    mov bl, 'A'
    jmp beat
    SIGNATURE

# Uses all of one processor.

.include "boot.inc"

    BOOT
    jmp .
    SIGNATURE

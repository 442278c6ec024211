# Reports a guest panic two seconds after its start; needs <panic model='isa'/> (the pvpanic port 0x505, bit 0).

.include "boot.inc"

    BOOT
    SLEEP 36
    OUTB 0x505, 1
    HALT
    SIGNATURE

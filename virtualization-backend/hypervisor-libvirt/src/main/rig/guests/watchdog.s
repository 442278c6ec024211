# Arms the watchdog <watchdog model='ib700'/> with its shortest time, two seconds, and never feeds it.

.include "boot.inc"

    BOOT
    OUTB 0x443, 0x0e        # ib700: 0x0e means 2 s
    HALT
    SIGNATURE

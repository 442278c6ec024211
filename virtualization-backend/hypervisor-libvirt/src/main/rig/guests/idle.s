# Does nothing, and uses next to no processor time.

.include "boot.inc"

    BOOT
    HALT
    SIGNATURE

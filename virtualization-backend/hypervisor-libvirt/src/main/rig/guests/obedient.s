# Beats as the heartbeat does, and does what the power button of its machine asks: it shuts down. The registers are those of
# ACPI, where the firmware of QEMU puts them.

.include "boot.inc"

.set PM1_STATUS, 0x600
.set PM1_ENABLE, 0x602
.set PM1_CONTROL, 0x604
.set POWER_BUTTON, 0x0100
.set SLEEP_S5, 0x2000       # type 0, which is S5 on QEMU's machines, and the bit that begins it

.macro OUTW port, value     # uses AX and DX
    mov dx, \port
    mov ax, \value
    out dx, ax
.endm

    BOOT
    OUTW PM1_ENABLE, POWER_BUTTON
    mov bl, 'A'
beat:
    OUTB COM1, bl
    mov cx, 9
tick:
    hlt
    mov dx, PM1_STATUS
    in ax, dx
    test ax, POWER_BUTTON
    jnz off
    loop tick
    inc bl
    cmp bl, 'Z'
    jbe beat
    mov bl, 'A'
    jmp beat
off:
    OUTW PM1_STATUS, POWER_BUTTON
    OUTW PM1_CONTROL, SLEEP_S5
    HALT
    SIGNATURE

# Prints on COM1 the first firmware configuration item whose name begins with "opt/": what
# <sysinfo type='fwcfg'><entry name='opt/…'>value</entry></sysinfo> gave to the guest at its start.
#
# QEMU fw_cfg: write a 16-bit selector to port 0x510, then read bytes from port 0x511. Selector 0x19 is the directory:
# a big-endian 32-bit count, then entries of 64 bytes (size 4, selector 2, reserved 2, name 56; big-endian).

.include "boot.inc"

.set SELECTOR, 0x510
.set DATA, 0x511
.set ENTRY, 0x8100          # where one directory entry is read to
.set ENTRY_SIZE, ENTRY + 2  # lower half of its size: items here are short
.set ENTRY_KEY, ENTRY + 4
.set ENTRY_NAME, ENTRY + 8

.macro SELECT_AX
    mov dx, SELECTOR
    out dx, ax
    mov dx, DATA
.endm

    BOOT
    mov ax, 0x19
    SELECT_AX
    in al, dx               # the count; more than 255 items do not happen
    in al, dx
    in al, dx
    in al, dx
    movzx bp, al
next:
    mov di, ENTRY
    mov cx, 64
read:
    in al, dx
    stosb
    loop read
    cmp dword ptr [ENTRY_NAME], 0x2f74706f  # "opt/"
    je found
    dec bp
    jnz next
    jmp done
found:
    mov cx, [ENTRY_SIZE]
    xchg ch, cl
    mov ax, [ENTRY_KEY]
    xchg ah, al
    SELECT_AX
print:
    mov dx, DATA
    in al, dx
    mov dx, COM1
    out dx, al
    loop print
done:
    HALT
    SIGNATURE

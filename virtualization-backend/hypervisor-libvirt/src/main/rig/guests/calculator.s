# Computes 96 numbers, each from the one before it (x * 25173 + 13849 modulo 65536, from 1), and sends four bits of each, 8 to
# 11, as a letter from A to P on COM1; then it rests. Whoever computes the same elsewhere gets the same letters.

.include "boot.inc"

    BOOT
    mov bx, 1
    mov si, 96
next:
    mov ax, bx
    mov cx, 25173
    mul cx
    add ax, 13849
    mov bx, ax
    mov cl, ah
    and cl, 15
    add cl, 'A'
    OUTB COM1, cl
    SLEEP 1
    dec si
    jnz next
    HALT
    SIGNATURE

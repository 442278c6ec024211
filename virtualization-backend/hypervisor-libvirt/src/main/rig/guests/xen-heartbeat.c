/* SPDX-License-Identifier: Apache-2.0
 *
 * A kernel for Xen's PVH guests that does what heartbeat.s does for QEMU's: one letter every half second on the console,
 * A, B, ... Z, A, ... It also does what the tools ask by "control/shutdown" in Xenstore: it powers off, reboots, and
 * stands still to be saved; the letter after the last one shows that it was restored with its memory. It has one
 * processor, no paging, no interrupts, and no driver but for its console and Xenstore.
 */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;

#define BEAT 500000000ull /* nanoseconds */
#define STEP 50000000ull
#define SHARED_INFO 0x200000u /* the page that Xen shows its clock on: any that nothing else is in */
#define SHARED_TIME 32        /* of virtual processor 0 */
#define SELF 0x7ff0u          /* the domain that asks, in hypercalls */

enum { MEMORY_OP = 12, SCHED_OP = 29, EVENT_CHANNEL_OP = 32, HVM_OP = 34 }; /* hypercalls */
enum { SHUTDOWN = 2, POLL = 3 };                                            /* of SCHED_OP */
enum { POWEROFF = 0, REBOOT = 1, SUSPEND = 2 };                             /* of SHUTDOWN */
enum { CALLBACK = 0, STORE_PAGE = 1, STORE_PORT = 2, CONSOLE_PAGE = 17, CONSOLE_PORT = 18 };
enum { STORE_READ = 2, STORE_WATCH = 4, STORE_WRITE = 11, STORE_EVENT = 15 }; /* messages of Xenstore */

struct console {
    char in[1024], out[2048];
    volatile u32 in_read, in_written, out_read, out_written;
};

struct store {
    char requests[1024], replies[1024];
    volatile u32 requests_read, requests_written, replies_read, replies_written;
};

struct message {
    u32 type, request, transaction, length;
};

struct clock {
    volatile u32 version, pad;
    volatile u64 counter, nanoseconds;
    volatile u32 scale;
    volatile signed char shift;
};

/* Where the builder of the domain finds the entry, and the page that Xen fills with its calls */
__asm__(".pushsection .note.Xen, \"a\", @note\n"
        ".long 4, 4, 18\n.asciz \"Xen\"\n.long entry\n"
        ".popsection\n"
        ".pushsection .bss\n.balign 4096\n.globl calls\ncalls: .skip 4096\nstack: .skip 4096\nstack_end:\n.popsection\n"
        ".globl entry\nentry: mov $stack_end, %esp\ncall run\n");
extern u8 calls[];

static volatile struct console *console;
static volatile struct store *store;
static u32 console_port, store_port;

static long call(u32 number, u32 command, void *argument) {
    long result;
    u32 page = (u32)calls + number * 32;
    __asm__ volatile("call *%[page]"
                     : "=a"(result), "+b"(command), "+c"(argument)
                     : [page] "r"(page)
                     : "memory");
    return result;
}

static void find_calls(void) {
    u32 base = 0x40000000u, register_number, unused;
    __asm__ volatile("cpuid" : "=a"(unused), "=b"(register_number) : "a"(base + 2) : "ecx", "edx");
    __asm__ volatile("wrmsr" : : "c"(register_number), "a"(calls), "d"(0) : "memory");
}

static u32 parameter(u32 index) {
    struct { u16 domain, pad; u32 index; u64 value; } get = {SELF, 0, index, 0};
    call(HVM_OP, 1, &get);
    return (u32)get.value;
}

/* Everything that is another one after the domain was restored */
static void connect(void) {
    struct { u16 domain, size; u32 space, index, page; } map = {SELF, 0, 0, 0, SHARED_INFO >> 12};
    struct { u16 domain, pad; u32 index; u64 value; } callback = {SELF, 0, CALLBACK, 2ull << 56 | 0xf3};
    call(MEMORY_OP, 7, &map);
    call(HVM_OP, 0, &callback); /* without one the tools take us for deaf */
    console = (struct console *)(parameter(CONSOLE_PAGE) << 12);
    console_port = parameter(CONSOLE_PORT);
    store = (struct store *)(parameter(STORE_PAGE) << 12);
    store_port = parameter(STORE_PORT);
}

static u64 now(void) {
    volatile struct clock *clock = (struct clock *)(SHARED_INFO + SHARED_TIME);
    u32 version, low, high;
    u64 time, passed;
    do {
        version = clock->version;
        __asm__ volatile("rdtsc" : "=a"(low), "=d"(high) : : "memory");
        passed = ((u64)high << 32 | low) - clock->counter;
        passed = clock->shift < 0 ? passed >> -clock->shift : passed << clock->shift;
        time = clock->nanoseconds + (passed >> 32) * clock->scale + ((passed & 0xffffffffu) * clock->scale >> 32);
    } while (version & 1 || version != clock->version);
    return time;
}

static void sleep(u64 until) {
    struct { u32 ports, count; u64 until; } poll = {0, 0, until};
    call(SCHED_OP, POLL, &poll);
}

static void notify(u32 port) {
    call(EVENT_CHANNEL_OP, 4, &port);
}

static void print(char letter) {
    if (console->out_written - console->out_read < sizeof console->out) {
        console->out[console->out_written % sizeof console->out] = letter;
        __asm__ volatile("" : : : "memory");
        console->out_written++;
        notify(console_port);
    }
}

static void put(const void *bytes, u32 length) {
    for (u32 i = 0; i < length; i++) {
        store->requests[store->requests_written % sizeof store->requests] = ((const char *)bytes)[i];
        __asm__ volatile("" : : : "memory");
        store->requests_written++;
    }
}

static const char CONTROL[] = "control/shutdown\0us"; /* with the token of a watch */

static void ask(u32 type, u32 length) {
    struct message message = {type, 0, 0, length};
    put(&message, sizeof message);
    put(CONTROL, length);
    notify(store_port);
}

/* The type of the next message and up to 15 of its characters; 0: there is none */
static u32 answer(char *text) {
    struct message message;
    if (store->replies_written - store->replies_read < sizeof message) return 0;
    for (u32 i = 0; i < sizeof message; i++)
        ((char *)&message)[i] = store->replies[(store->replies_read + i) % sizeof store->replies];
    if (store->replies_written - store->replies_read < sizeof message + message.length) return 0;
    for (u32 i = 0; i < 16; i++)
        text[i] = i < message.length && i < 15
                ? store->replies[(store->replies_read + sizeof message + i) % sizeof store->replies] : 0;
    store->replies_read += sizeof message + message.length;
    notify(store_port);
    return message.type;
}

static void leave(u32 reason) {
    ask(STORE_WRITE, 17); /* empty: heard */
    u64 heard = now() + BEAT;
    while (store->requests_read != store->requests_written && now() < heard) sleep(now() + STEP / 10);
    sleep(now() + STEP);
    call(SCHED_OP, SHUTDOWN, &reason);
    connect(); /* restored, or not saved after all */
    ask(STORE_WATCH, 20);
}

static void listen(void) {
    char text[16];
    for (u32 type = answer(text); type != 0; type = answer(text)) {
        if (type == STORE_EVENT) ask(STORE_READ, 17);
        if (type != STORE_READ) continue;
        if (text[0] == 'p' || text[0] == 'h') leave(POWEROFF);
        else if (text[0] == 'r') leave(REBOOT);
        else if (text[0] == 's') leave(SUSPEND);
    }
}

void run(void) {
    find_calls();
    connect();
    ask(STORE_WATCH, 20);
    char letter = 'A';
    u64 next = now();
    for (;;) {
        listen();
        if (now() >= next) {
            print(letter);
            letter = letter == 'Z' ? 'A' : letter + 1;
            next = now() + BEAT; /* of a clock that may be another one now */
        }
        sleep(now() + STEP);
        if (next > now() + BEAT) next = now();
    }
}

#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Measures a packaged server of its own, on the simulated hypervisor, over loopback with the client of this repository.
#
#   compliance-tests/benchmarks/wire.sh [REPORT]
#
# To wake a halted processor of a virtual machine takes its hypervisor some 40 µs, more than most of what is measured here,
# so meanwhile none halts. AWAKE=kernel: Linux itself waits awake (root, in a virtual machine with haltpoll; its settings
# are put back at the end). AWAKE=loops: a loop of idle priority on each processor, which yields to anything else, at the
# price of an interrupt. AWAKE=no: they halt. Without AWAKE it is the kernel where that is possible, else loops.
#
# The table goes to the screen and to REPORT (default: target/wire.md). Ends with 1 if something could not be measured.
set -eu

HERE=$(dirname "$(readlink -f "$0")")
ROOT=$HERE/../..
REPORT=${1:-$HERE/target/wire.md}
FOLDER=$(mktemp -d)
SERVER=
SPINNERS=
HALTPOLL=/sys/module/haltpoll/parameters
POLLED=
trap 'stop' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

stop() {
    [ -z "$SPINNERS" ] || kill $SPINNERS 2>/dev/null || true
    [ -z "$POLLED" ] || kernel_halts $POLLED
    [ -z "$SERVER" ] || kill "$SERVER" 2>/dev/null || true
    rm -rf "$FOLDER"
}

# how long the kernel waits awake before it halts (ns), what it begins with (ns), whether it may shorten that (Y, N)
kernel_halts() {
    echo "$1" >"$HALTPOLL/guest_halt_poll_ns"
    echo "$2" >"$HALTPOLL/guest_halt_poll_grow_start"
    echo "$3" >"$HALTPOLL/guest_halt_poll_allow_shrink"
}

fail() {
    echo "wire.sh: $*" >&2
    exit 1
}

if [ -z "${AWAKE:-}" ]; then
    AWAKE=loops
    [ ! -w "$HALTPOLL/guest_halt_poll_ns" ] || AWAKE=kernel
fi
case $AWAKE in
kernel) [ -w "$HALTPOLL/guest_halt_poll_ns" ] || fail "AWAKE=kernel needs root and $HALTPOLL: try AWAKE=loops" ;;
loops | no) ;;
*) fail "AWAKE is kernel, loops or no, not '$AWAKE'" ;;
esac

[ -e "$HERE/target/classes/org/telvirt/benchmarks/wire/WireBenchmark.class" ] ||
    mvn -q -f "$ROOT/pom.xml" -pl compliance-tests/benchmarks -am -DskipTests compile

# a start that only prepares, so that the one that is measured does not build
"$ROOT/telvirt" serve --http-port 0 --https-port 0 --state "$FOLDER/first" --exit-when-ready >"$FOLDER/log" 2>&1 ||
    fail "the server does not start: $(tail -n 5 "$FOLDER/log")"

password=$(od -An -N12 -tx1 /dev/urandom | tr -d ' \n')
(umask 077 && echo "$password" >"$FOLDER/password")
"$ROOT/telvirt" serve --hypervisor simulated:///default --http-port 0 --https-port 0 --state "$FOLDER/state" \
    --admin-password-file "$FOLDER/password" >"$FOLDER/log" 2>&1 &
SERVER=$!
waited=0
until grep -q '^READY' "$FOLDER/log"; do
    kill -0 "$SERVER" 2>/dev/null || fail "the server has ended: $(cat "$FOLDER/log")"
    waited=$((waited + 1))
    [ $waited -le 600 ] || fail "the server is not ready after a minute"
    sleep 0.1
done
address=$(sed -n 's/^READY http=\([^ ]*\).*/\1/p' "$FOLDER/log")

case $AWAKE in
kernel)
    POLLED=$(cd "$HALTPOLL" && cat guest_halt_poll_ns guest_halt_poll_grow_start guest_halt_poll_allow_shrink | tr '\n' ' ')
    kernel_halts 2000000 2000000 N
    condition="the kernel waited awake (AWAKE=kernel)"
    ;;
loops)
    condition="the processors were kept from halting by loops of idle priority (AWAKE=loops)"
    processor=0
    while [ $processor -lt "$(nproc)" ]; do
        chrt -i 0 taskset -c $processor sh -c 'while :; do :; done' &
        SPINNERS="$SPINNERS $!"
        processor=$((processor + 1))
    done
    ;;
no)
    condition="the processors halted when they had nothing to do (AWAKE=no)"
    ;;
esac

mkdir -p "$(dirname "$REPORT")"
java -cp "$HERE/target/classes:$ROOT/cim-providers/server/target/telvirt/lib/*" \
    org.telvirt.benchmarks.wire.WireBenchmark "${address%:*}" "${address##*:}" "admin:$password" "$SERVER" "$REPORT" "$FOLDER/state"
printf '\n%s\n' "$condition" | tee -a "$REPORT"

#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Measures what clients of the profiles do most: on a packaged server with 1,000 and 10,000 virtual systems of the
# simulated host, and beside libvirt with 500 defined domains where libvirtd and QEMU are installed.
#
#   compliance-tests/benchmarks/profiles.sh [REPORT]
#
# The tables go to the screen and to REPORT (default: target/profiles.md). Ends with 1 if something could not be measured.
set -eu

HERE=$(dirname "$(readlink -f "$0")")
ROOT=$HERE/../..
RIG=$ROOT/virtualization-backend/hypervisor-libvirt/src/main/rig
REPORT=${1:-$HERE/target/profiles.md}
FOLDER=$(mktemp -d)
export TELVIRT_HOSTS="$FOLDER/hosts"
SERVER=
HOST=
trap 'leave' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

leave() {
    stop
    [ -z "$HOST" ] || sh "$RIG/private-libvirtd" stop bench
    rm -rf "$FOLDER"
}

stop() {
    [ -z "$SERVER" ] || kill "$SERVER" 2>/dev/null || true
    [ -z "$SERVER" ] || wait "$SERVER" 2>/dev/null || true
    SERVER=
}

fail() {
    echo "profiles.sh: $*" >&2
    exit 1
}

serve() { # HYPERVISOR
    : >"$FOLDER/log"
    "$ROOT/telvirt" serve --hypervisor "$1" --http-port 0 --https-port 0 --state "$FOLDER/state" \
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
}

measure() { # REPORT [URI]
    report=$1
    shift
    java -cp "$HERE/target/classes:$ROOT/cim-providers/server/target/telvirt/lib/*" \
        org.telvirt.benchmarks.wire.ProfileBenchmark "${address%:*}" "${address##*:}" "admin:$password" "$SERVER" \
        "$report" "$@"
}

[ -e "$HERE/target/classes/org/telvirt/benchmarks/wire/ProfileBenchmark.class" ] ||
    mvn -q -f "$ROOT/pom.xml" -pl compliance-tests/benchmarks -am -DskipTests compile

# a start that only prepares, so that the one that is measured does not build
"$ROOT/telvirt" serve --http-port 0 --https-port 0 --state "$FOLDER/first" --exit-when-ready >"$FOLDER/log" 2>&1 ||
    fail "the server does not start: $(tail -n 5 "$FOLDER/log")"

password=$(od -An -N12 -tx1 /dev/urandom | tr -d ' \n')
(umask 077 && echo "$password" >"$FOLDER/password")
mkdir -p "$(dirname "$REPORT")"

serve simulated:///default
measure "$REPORT"
stop

if command -v libvirtd >/dev/null && command -v qemu-system-x86_64 >/dev/null; then
    HOST=$(sh "$RIG/private-libvirtd" start bench)
    rm -rf "$FOLDER/state"
    serve "$HOST"
    measure "$FOLDER/libvirt.md" "$HOST"
    (echo && cat "$FOLDER/libvirt.md") >>"$REPORT"
    stop
else
    echo "profiles.sh: libvirtd or QEMU is missing (./telvirt setup-host): nothing is measured beside libvirt" >&2
fi

#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Measures a packaged server of its own, on the simulated hypervisor, over loopback with the client of this repository.
#
#   compliance-tests/benchmarks/wire.sh [REPORT]
#
# The table goes to the screen and to REPORT (default: target/wire.md). Ends with 1 if something could not be measured.
set -eu

HERE=$(dirname "$(readlink -f "$0")")
ROOT=$HERE/../..
REPORT=${1:-$HERE/target/wire.md}
FOLDER=$(mktemp -d)
SERVER=
trap 'stop' EXIT

stop() {
    [ -z "$SERVER" ] || kill "$SERVER" 2>/dev/null || true
    rm -rf "$FOLDER"
}

fail() {
    echo "wire.sh: $*" >&2
    exit 1
}

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

mkdir -p "$(dirname "$REPORT")"
java -cp "$HERE/target/classes:$ROOT/cim-providers/server/target/telvirt/lib/*" \
    org.telvirt.benchmarks.wire.WireBenchmark "${address%:*}" "${address##*:}" "admin:$password" "$SERVER" "$REPORT"

#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Measures how long './telvirt serve' takes from the start of the process until it answers (its line READY).
#
#   compliance-tests/benchmarks/startup.sh [RUNS]
#
# The first starts have an empty state folder, and make a password and a certificate; the later ones find theirs. The
# report goes to the screen and to target/startup.md. Ends with 1 if a median is over the limit of one second.
set -eu

HERE=$(dirname "$(readlink -f "$0")")
TELVIRT=$HERE/../../telvirt
REPORT=$HERE/target/startup.md
LIMIT_MS=1000
RUNS=${1:-11}
FOLDER=$(mktemp -d)
trap 'rm -rf "$FOLDER"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

now_ms() { echo $(($(date +%s%N) / 1000000)); }

serve() { # STATE
    "$TELVIRT" serve --http-port 0 --https-port 0 --state "$1" --exit-when-ready
}

# the moment of READY is taken while the server still runs
milliseconds_to_ready() { # STATE
    start=$(now_ms)
    serve "$1" | while read -r line; do
        case $line in READY*) echo $(($(now_ms) - start)) ;; esac
    done
}

measure() { # first|later: one figure a line, sorted
    for run in $(seq "$RUNS"); do
        state=$FOLDER/later
        [ "$1" = first ] && state=$FOLDER/first-$run
        milliseconds_to_ready "$state"
    done | sort -n
}

pick() { # FIGURES nearest-rank percentile
    echo "$1" | sed -n "$(((RUNS * $2 + 99) / 100))p"
}

row() { # NAME FIGURES
    echo "| $1 | $(pick "$2" 1) | $(pick "$2" 50) | $(pick "$2" 100) |"
}

serve "$FOLDER/later" >/dev/null # builds and prepares if need be
load=$(cut -d ' ' -f 1 /proc/loadavg)
first=$(measure first)
later=$(measure later)

mkdir -p "$(dirname "$REPORT")"
{
    echo "# Start-up: milliseconds from the start of './telvirt serve' until it answers"
    echo
    echo "$("$TELVIRT" version), $(nproc) processors, load average $load before, $RUNS runs each, $(date -u +%FT%TZ)"
    echo
    echo "| | least | median | most |"
    echo "|---|---|---|---|"
    row "first start" "$first"
    row "later start" "$later"
} | tee "$REPORT"

for median in "$(pick "$first" 50)" "$(pick "$later" 50)"; do
    [ "$median" -le $LIMIT_MS ] || {
        echo "over the limit of $LIMIT_MS ms" >&2
        exit 1
    }
done

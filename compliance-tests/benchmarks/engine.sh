#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Measures the engine for libvirt beside libvirt itself, on a private libvirtd with emulated guests of 16 MiB.
#
#   compliance-tests/benchmarks/engine.sh [GUESTS [DEFINED]]      (50 and 500 unless said otherwise)
#
# Or how the simulated host and the facility's view of it grow, which needs no libvirt:
#
#   compliance-tests/benchmarks/engine.sh simulated [SYSTEMS]     (10000 unless said otherwise)
#
# Builds what it needs. The report goes to the screen and to target/engine.md, or target/simulated.md. Ends with 1 if a
# limit is not kept.
set -eu

HERE=$(dirname "$(readlink -f "$0")")
ROOT=$HERE/../..
RIG=$ROOT/virtualization-backend/hypervisor-libvirt/src/main/rig
FOLDER=$(mktemp -d)
export TELVIRT_HOSTS="$FOLDER/hosts"
trap 'rm -rf "$FOLDER"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

cd "$ROOT"
mvn -q -pl compliance-tests/benchmarks -am -DskipTests -Dmdep.outputFile="$FOLDER/classpath" \
    package dependency:build-classpath >"$FOLDER/build" || { cat "$FOLDER/build"; exit 1; }

mkdir -p "$HERE/target"
if [ "${1:-}" = simulated ]; then
    java -Xmx512m -cp "$HERE/target/classes:$(cat "$FOLDER/classpath")" \
        org.telvirt.benchmarks.engine.SimulatedBenchmark "$HERE/target/simulated.md" "${2:-10000}"
    exit
fi

trap 'sh "$RIG/private-libvirtd" stop bench; rm -rf "$FOLDER"' EXIT
cp "$RIG/guests/idle.img" "$FOLDER/idle.img"
truncate -s 1M "$FOLDER/idle.img"
uri=$(sh "$RIG/private-libvirtd" start bench)
java -Xmx256m -cp "$HERE/target/classes:$(cat "$FOLDER/classpath")" org.telvirt.benchmarks.engine.EngineBenchmark \
    "$uri" "$FOLDER/idle.img" "$HERE/target/engine.md" "${1:-50}" "${2:-500}"

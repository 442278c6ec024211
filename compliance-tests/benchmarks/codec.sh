#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Measures the CIM-XML codec with JMH: shortly, or with other options of JMH such as '-wi 10 -i 20'.
#
#   compliance-tests/benchmarks/codec.sh [JMH-ARG…]
set -eu

HERE=$(dirname "$(readlink -f "$0")")
ROOT=$HERE/../..
JARS=${MAVEN_REPOSITORY:-$HOME/.m2/repository}

mvn -q -f "$ROOT/pom.xml" -pl compliance-tests/benchmarks -am -DskipTests compile
class_path=$HERE/target/classes:$ROOT/cim-providers/cimxml/target/classes:$ROOT/mof-schemas/cim-model/target/classes
for jar in jmh-core jopt-simple commons-math3 slf4j-api jspecify; do
    class_path=$class_path:$(find "$JARS" -name "$jar-[0-9]*.jar" ! -name '*-sources.jar' | sort | tail -n 1)
done
[ $# -gt 0 ] || set -- -wi 3 -w 1 -i 5 -r 1 -prof gc
exec java -cp "$class_path" org.openjdk.jmh.Main CimXmlBenchmark "$@"

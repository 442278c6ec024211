package org.telvirt.architecture.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.architecture.Repository;

/** That each rule fails on a bad sample and passes on a good one. */
class HygieneRulesTest {
    @Nested
    class AText {
        // the samples are cut in two, or this file would break the rules it tests
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "cd /wo" + "rk/x",
                    "'/ho" + "me/me/.m2'",
                    "(/ro" + "ot/.bashrc)",
                    "/Us" + "ers/me",
                    "https://repo.ma" + "ven.apache.org/maven2",
                    "https://registry.npm" + "js.org",
                    "https://artifactory.exam" + "ple.com",
                    "-----BEGIN RSA PRI" + "VATE KEY-----\nMIIEpAIBAAKCAQEA0123456789abcdefghijklmn",
                    "line\r"
                })
        void mustNotCarryWhatBelongsToOneMachine(String line) {
            assertThat(HygieneRules.violations("a.txt", "first\n" + line + "\n"))
                    .singleElement()
                    .asString()
                    .startsWith("a.txt:2: ");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://example.com/home/page",
                    "/var/lib/telvirt",
                    "the /home directory",
                    "$root/home/x",
                    "src/home/x",
                    "-----BEGIN CERTIFICATE-----\nMIIEpAIBAAKCAQEA0123456789abcdefghijklmn",
                    "writer.write(\"-----BEGIN PRI" + "VATE KEY-----\")",
                    "a maven repository"
                })
        void mayCarryWhatHoldsEverywhere(String line) {
            assertThat(HygieneRules.violations("a.txt", line)).isEmpty();
        }
    }

    @Nested
    class ARepository {
        @TempDir
        Path root;

        @Test
        void mustHaveItsLicenceItsGuidesAndItsCommands() {
            assertThat(HygieneRules.violations(new Repository(root)))
                    .containsExactly(
                            "LICENSE is missing or not the Apache License",
                            "README.md is missing",
                            "CHANGELOG.md is missing",
                            "CONTRIBUTING.md is missing",
                            "telvirt is missing or not executable",
                            ".ci/run is missing or not executable");
        }

        @Test
        void mustNotCarryLargeFiles() throws IOException {
            try (RandomAccessFile large =
                    new RandomAccessFile(root.resolve("large.bin").toFile(), "rw")) {
                large.setLength(3 << 20);
            }

            assertThat(HygieneRules.violations(new Repository(root)))
                    .contains("large.bin is larger than 2 MiB: keep what can be made out of the repository");
        }

        @Test
        void isReadWithoutItsBuildOutput() throws IOException {
            Files.createDirectories(root.resolve("a/target"));
            Files.writeString(root.resolve("a/target/x.txt"), "/wo" + "rk/x");
            Files.writeString(root.resolve("a/x.txt"), "/wo" + "rk/x");

            assertThat(HygieneRules.violations(new Repository(root)))
                    .filteredOn(violation -> violation.contains("x.txt"))
                    .hasSize(1)
                    .allMatch(violation -> violation.startsWith("a/x.txt:1: "));
        }
    }
}

package org.telvirt.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telvirt.server.exit.StartException;

/** With the machine's own PAM, and a service that this test makes; so it needs root. Where CI is set nothing is skipped. */
class PamAccountsTest {
    private static final Path SERVICES = Path.of("/etc/pam.d");
    private static final String USER = "root";

    @TempDir
    private Path folder;

    private final Path service =
            SERVICES.resolve("telvirt-test-" + ProcessHandle.current().pid());

    @BeforeEach
    void needRootAndPam() {
        if (System.getenv("CI") != null) {
            return;
        }
        assumeTrue(Files.isWritable(SERVICES), "only root can make a service in " + SERVICES);
        assumeTrue(isPamHere(), "libpam.so.0 cannot be loaded");
    }

    private static boolean isPamHere() {
        try {
            PamAccounts.open("other", System::nanoTime);
            return true;
        } catch (StartException e) {
            return false;
        }
    }

    @AfterEach
    void removeService() throws IOException {
        Files.deleteIfExists(service);
    }

    @Test
    void letInWhomTheServicePermits() throws Exception {
        assertThat(accounts("auth required pam_permit.so").matches(new Credentials(USER, "any")))
                .isTrue();
        assertThat(accounts("auth required pam_deny.so").matches(new Credentials(USER, "any")))
                .isFalse();
    }

    @Test
    void handThePasswordToTheService() throws Exception {
        Path check = Files.writeString(folder.resolve("check"), """
                #!/bin/sh
                [ "$PAM_USER" = root ] && [ "$(tr -d '\\000')" = 'pässword' ]
                """);
        Files.setPosixFilePermissions(check, PosixFilePermissions.fromString("rwx------"));
        PamAccounts accounts = accounts(
                // credentials are set by modules that know how to; pam_exec does not
                "auth required pam_exec.so quiet expose_authtok " + check, "auth required pam_permit.so");

        assertThat(accounts.matches(new Credentials(USER, "pässword"))).isTrue();
        assertThat(accounts.matches(new Credentials(USER, "password"))).isFalse();
        assertThat(accounts.matches(new Credentials(USER, "pässword\0more"))).isFalse();
    }

    @Test
    void refuseWhomTheSystemDoesNotKnow() throws Exception {
        PamAccounts accounts = accounts("auth required pam_permit.so");

        assertThat(accounts.matches(new Credentials("telvirt-nobody", "any"))).isFalse();
        assertThat(accounts.contains("telvirt-nobody")).isFalse();
        assertThat(accounts.contains(USER)).isTrue();
    }

    @Test
    void refuseWhoseAccountIsClosed() throws Exception {
        PamAccounts accounts = accounts("auth required pam_permit.so", "account required pam_deny.so");

        assertThat(accounts.matches(new Credentials(USER, "any"))).isFalse();
    }

    private PamAccounts accounts(String... rules) throws Exception {
        String written = String.join("\n", rules) + "\n";
        Files.writeString(
                service, written.contains("account ") ? written : written + "account required pam_permit.so\n");
        return PamAccounts.open(service.getFileName().toString(), System::nanoTime);
    }
}

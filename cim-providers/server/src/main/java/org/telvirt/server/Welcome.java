package org.telvirt.server;

import java.io.PrintStream;
import java.util.stream.Stream;
import org.telvirt.server.access.Administrator;
import org.telvirt.server.settings.Security.Authentication;
import org.telvirt.server.settings.Settings;

/** What the server says once it answers: to people how to begin, to programs one line. */
final class Welcome {
    private final String version;
    private final Settings settings;
    private final RunningServer server;

    Welcome(String version, Settings settings, RunningServer server) {
        this.version = version;
        this.settings = settings;
        this.server = server;
    }

    void print(PrintStream out) {
        out.print(text());
        out.println("READY http=" + server.httpAddress().orElse("none") + " https="
                + server.httpsAddress().orElse("none"));
        out.flush();
    }

    private String text() {
        String password = server.freshPassword().orElse("PASSWORD");
        return """
                Telvirt %s manages %s

                %s  user       %s
                  password   %s
                  state      %s

                Three things to try:
                %s
                Ctrl-C stops the server.
                """.formatted(
                        version,
                        settings.hypervisor(),
                        addresses(),
                        isPam() ? "any of the system's that PAM lets in" : Administrator.NAME,
                        password(),
                        settings.state(),
                        trials(password));
    }

    private boolean isPam() {
        return settings.security().authentication() == Authentication.PAM;
    }

    private String password() {
        if (isPam()) {
            return "as service " + settings.security().pamService() + " of PAM knows it";
        }
        return server.freshPassword()
                .map(fresh -> fresh + "   (shown this once; --admin-password-file FILE sets another)")
                .orElse("as before   (--admin-password-file FILE sets another)");
    }

    private String addresses() {
        StringBuilder lines = new StringBuilder();
        server.httpAddress().ifPresent(address -> lines.append("  CIM-XML    http://" + address + "/cimom\n"));
        server.httpsAddress()
                .ifPresent(address -> lines.append("  CIM-XML    https://" + address + "/cimom   (certificate: "
                        + server.certificateFile() + ")\n"));
        return lines.toString();
    }

    private String trials(String password) {
        String https = server.httpsAddress()
                .map(address -> "-cacert " + server.certificateFile() + " 'https://" + userAt(password) + address)
                .orElse("");
        String plain = server.httpAddress()
                .map(address -> "'http://" + userAt(password) + address)
                .orElse(https);
        return Stream.of(
                        "wbemcli ein " + plain + "/root/virt:CIM_ComputerSystem'",
                        "wbemcli gc " + plain + "/root/virt:CIM_VirtualSystemManagementService'",
                        "wbemcli ei -nl " + (https.isEmpty() ? plain : https) + "/root/interop:CIM_RegisteredProfile'")
                .map(line -> "  " + line + "\n")
                .reduce("", String::concat);
    }

    private String userAt(String password) {
        return (isPam() ? "USER" : Administrator.NAME) + ":" + password + "@";
    }
}

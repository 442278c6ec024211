package org.telvirt.server.tls;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.wildfly.security.x500.GeneralName;
import org.wildfly.security.x500.cert.SelfSignedX509CertificateAndSigningKey;
import org.wildfly.security.x500.cert.SubjectAlternativeNamesExtension;

/**
 * Makes a key on the curve P-256 and a certificate that it signs itself. Elytron does it in a tenth of a second with
 * the platform's own cryptography; Bouncy Castle takes twice that and ten megabytes, keytool half a second and a process.
 */
final class SelfSigned {
    private static final int VALID_YEARS = 10;

    private SelfSigned() {}

    /**
     * @param hostName what this machine is called
     */
    static SelfSignedX509CertificateAndSigningKey make(String hostName, Clock clock) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        return SelfSignedX509CertificateAndSigningKey.builder()
                .setDn(new X500Principal("CN=" + hostName + ",O=Telvirt"))
                .setKeyAlgorithmName("EC")
                .setKeySize(256)
                .setSignatureAlgorithmName("SHA256withECDSA")
                .setNotValidBefore(now.minusDays(1)) // clients' clocks differ
                .setNotValidAfter(now.plusYears(VALID_YEARS))
                .addExtension(new SubjectAlternativeNamesExtension(false, names(hostName)))
                .build();
    }

    private static List<GeneralName> names(String hostName) {
        Stream<GeneralName> hosts = Stream.of("localhost", hostName).distinct().map(GeneralName.DNSName::new);
        Stream<GeneralName> addresses = Stream.of("127.0.0.1", "::1").map(GeneralName.IPAddress::new);
        return Stream.concat(hosts, addresses).toList();
    }
}

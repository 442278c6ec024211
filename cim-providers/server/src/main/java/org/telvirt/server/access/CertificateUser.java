package org.telvirt.server.access;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.wildfly.security.x500.util.X500PrincipalUtil;

/**
 * Finds out which user a certificate is for. One that names two users is for none: nobody could say which was meant.
 *
 * @param rule {@code CN}, {@code UID}: that attribute of the subject; {@code EMAIL}: the mail address among the
 *     alternative names; {@code DN}: the whole subject (RFC 2253); anything else: a pattern of that, whose group is the
 *     user
 */
public record CertificateUser(String rule) {
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String USER_ID = "0.9.2342.19200300.100.1.1";
    private static final int MAIL_ADDRESS = 1; // of a GeneralName (RFC 5280 4.2.1.6)

    /** The user's name, whether there is such a user or not; empty: the certificate names none. */
    public Optional<String> of(X509Certificate certificate) {
        X500Principal subject = certificate.getSubjectX500Principal();
        return switch (rule) {
            case "CN" -> only(List.of(X500PrincipalUtil.getAttributeValues(subject, COMMON_NAME)));
            case "UID" -> only(List.of(X500PrincipalUtil.getAttributeValues(subject, USER_ID)));
            case "EMAIL" -> only(mailAddresses(certificate));
            case "DN" -> Optional.of(subject.getName(X500Principal.RFC2253)).filter(name -> !name.isEmpty());
            default -> matched(subject.getName(X500Principal.RFC2253));
        };
    }

    private static Optional<String> only(List<String> names) {
        return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }

    private static List<String> mailAddresses(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            List<String> addresses = new ArrayList<>();
            for (List<?> name : names == null ? List.<List<?>>of() : names) {
                if (name.get(0).equals(MAIL_ADDRESS)) {
                    addresses.add(name.get(1).toString());
                }
            }
            return addresses;
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    private Optional<String> matched(String subject) {
        Matcher matcher = Pattern.compile(rule).matcher(subject);
        return matcher.matches() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
    }
}

package org.telvirt.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of the field that RFC 7617 defines. */
class CredentialsTest {
    @ParameterizedTest
    @ValueSource(strings = {"Basic ", "basic ", "BASIC   "})
    void areReadWhateverTheCaseOfTheScheme(String scheme) {
        assertThat(Credentials.ofHeader(scheme + base64("admin:secret"))).isEqualTo(new Credentials("admin", "secret"));
    }

    @Test
    void mayHaveColonsAndLettersOfAllTheWorldInThePassword() {
        assertThat(Credentials.ofHeader("Basic " + base64("jürgen:ä:β:👍")))
                .isEqualTo(new Credentials("jürgen", "ä:β:👍"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Basic",
                "Basic !!!",
                "Bearer YWRtaW46c2VjcmV0",
                "Basic YWRtaW4=", // no colon
                "Basic=YWRtaW46c2VjcmV0"
            })
    void areNoneWhenTheFieldIsAbsentMalformedOrOfAnotherScheme(String value) {
        assertThat(Credentials.ofHeader(value)).isNull();
    }

    @Test
    void neverShowThePassword() {
        assertThat(new Credentials("admin", "secret")).hasToString("admin");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

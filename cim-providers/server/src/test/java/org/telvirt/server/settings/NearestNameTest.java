package org.telvirt.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    @ParameterizedTest
    @CsvSource({"bind, bind, 0", "bnd, bind, 1", "bidn, bind, 2", "'', bind, 4", "bind, '', 4", "state, bind, 5"})
    void countsLettersInsertedDroppedAndReplaced(String one, String other, int distance) {
        assertThat(NearestName.distance(one, other)).isEqualTo(distance);
    }

    @Test
    void prefersTheNearest() {
        assertThat(NearestName.to("https-prt", List.of("http-port", "https-port", "bind")))
                .hasValue("https-port");
    }

    @Test
    void findsNothingInWhatIsFarAway() {
        assertThat(NearestName.to("colour", List.of("http-port", "bind"))).isEmpty();
    }
}

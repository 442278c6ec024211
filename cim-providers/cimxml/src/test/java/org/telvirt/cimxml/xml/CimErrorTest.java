package org.telvirt.cimxml.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.telvirt.traceability.Requirement;

/** The words of the CIMError header, compared with a list transcribed from the standard. */
class CimErrorTest {
    @Test
    @Requirement("DSP0200 6")
    void wordsAndStatusAreThoseOfTheStandard() {
        TreeMap<String, Integer> words = Arrays.stream(CimError.values())
                .collect(Collectors.toMap(CimError::word, CimError::httpStatus, (a, b) -> a, TreeMap::new));

        assertThat(words.toString())
                .isEqualTo("{header-mismatch=400, request-not-valid=400, request-not-well-formed=400,"
                        + " unsupported-cim-version=501, unsupported-dtd-version=501, unsupported-operation=400,"
                        + " unsupported-protocol-version=501}");
    }
}

package org.telvirt.cim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CimInstancePathTest {
    private static final CimName CLASS = CimName.of("CIM_ComputerSystem");
    private static final CimKey NAME = new CimKey(CimName.of("Name"), CimValues.text("a\"b\\c"));
    private static final CimKey CREATOR = new CimKey(CimName.of("CreationClassName"), CimValues.text("X"));

    @Test
    void orderOfKeysAndCaseOfNamesDoNotCount() {
        CimInstancePath path = CimInstancePath.of(CLASS, NAME, CREATOR);
        CimInstancePath other = CimInstancePath.of(
                CimName.of("cim_computersystem"), CREATOR, new CimKey(CimName.of("NAME"), NAME.value()));

        assertThat(path).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @Test
    void caseOfStringValuesCounts() {
        assertThat(CimInstancePath.of(CLASS, CimName.of("Name"), "a"))
                .isNotEqualTo(CimInstancePath.of(CLASS, CimName.of("Name"), "A"));
    }

    @Test
    void aKeyMoreMakesAnotherPath() {
        assertThat(CimInstancePath.of(CLASS, NAME)).isNotEqualTo(CimInstancePath.of(CLASS, NAME, CREATOR));
    }

    @Test
    void namespaceAndHostCountAndHostsAreEqualRegardlessOfCase() {
        CimInstancePath path = CimInstancePath.of(CLASS, NAME);
        CimInstancePath inVirt = path.in(CimNamespace.of("root/virt"));

        assertThat(path).isNotEqualTo(inVirt);
        assertThat(inVirt.on("Host:5988")).isEqualTo(inVirt.on("host:5988")).isNotEqualTo(inVirt);
    }

    @Test
    void textIsAWbemUriWithEscapedQuotes() {
        CimInstancePath inner = CimInstancePath.of(CLASS, new CimKey(CimName.of("Name"), CimValues.text("x")));
        CimInstancePath path = CimInstancePath.of(
                        CimName.of("CIM_Link"),
                        new CimKey(CimName.of("Number"), CimValues.uint64(-1)),
                        new CimKey(CimName.of("Flag"), CimValues.bool(true)),
                        new CimKey(CimName.of("Ref"), CimValues.reference(inner)))
                .in(CimNamespace.of("root/virt"))
                .on("host");

        assertThat(CimInstancePath.of(CLASS, NAME)).hasToString("CIM_ComputerSystem.Name=\"a\\\"b\\\\c\"");
        assertThat(path)
                .hasToString("//host/root/virt:CIM_Link.Number=18446744073709551615,Flag=TRUE,"
                        + "Ref=\"CIM_ComputerSystem.Name=\\\"x\\\"\"");
    }
}

package org.telvirt.query.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.cim.CimValue;
import org.telvirt.query.Asked;
import org.telvirt.traceability.Requirement;

class FunctionsTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', nullValues = "NULL", textBlock = """
            UpperCase(A_string)             | BLUE
            uppercase(A_char16)             | Q
            UpperCase(Part.Inner.Label)     | NULL
            NumericToString(A_uint64)       | 18446744073709551615
            NumericToString(A_real64)       | 2.5
            StringToUint('18446744073709551615') | 18446744073709551615
            StringToUint('-1')              | NULL
            StringToSint('-1')              | -1
            StringToReal('1.5')             | 1.5
            StringToReal('x')               | NULL
            StringToNumeric('12')           | 12.0
            CurrentDateTime()               | 20261123120000.000000+000
            DateTime('x')                   | NULL
            DateTimeToMicrosecond(DateTime('00000000000001.000002:000')) | 1000002
            DateTimeToMicrosecond(DateTime('00000101000000.000000+000')) | 0
            MicrosecondToTimestamp(DateTimeToMicrosecond(A_datetime))    | 20261123110000.000000+000
            MicrosecondToInterval(1000002)  | 00000000000001.000002:000
            MicrosecondToInterval(0 - 1)    | NULL
            ClassName(Part)                 | Test_BigPart
            ClassName(Peer)                 | Test_Guest
            NamespaceName(Peer)             | root/virt
            HostPort(Peer)                  | NULL
            HostPort('//h:5989/root/virt:C.k=1') | h:5989
            ModelPath(Peer)                 | Test_Guest.Id="g1"
            ReferenceToString(Peer)         | root/virt:Test_Guest.Id="g1"
            ClassPath(Peer)                 | root/virt:Test_Guest
            ClassPath(Part)                 | Test_BigPart
            ObjectPath('root/virt:C.k="a\\\\"b",n=TRUE') | root/virt:C.k="a\\"b",n=TRUE
            ObjectPath('no path')           | NULL
            InstanceToReference(Test_Guest) | root/virt:Test_Guest.Id="g1"
            InstanceToReference(Part)       | NULL
            """)
    @Requirement({"DSP0202 functions"})
    void giveWhatTheySay(String expression, String expected) {
        CimValue value = Asked.value(expression);

        assertThat(value == null ? null : Asked.text(value)).isEqualTo(expected);
    }
}

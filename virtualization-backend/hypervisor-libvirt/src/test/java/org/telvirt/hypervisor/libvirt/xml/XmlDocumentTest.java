package org.telvirt.hypervisor.libvirt.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.hypervisor.HypervisorException;

class XmlDocumentTest {
    private static XmlElement parse(String xml) throws HypervisorException {
        return XmlDocument.parse(xml).root();
    }

    @Nested
    class Parse {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<a/>",
                    "<a />",
                    "<a></a >",
                    "<?xml version='1.0'?>\n<!-- c -->\n<a>\r\n\t<b x = \"1'2\"  y='3\"4'/>\r\n</a>\n<!-- end -->\n",
                    "<a>&lt;&#65;&unknown;<![CDATA[<b>&amp;]]><?p i?><!-- <c> --></a>",
                    "<x:a xmlns:x='urn:x'><x:b-c.d_e/></x:a>",
                    "<a>text<b/>tail<b/>ü€😀</a>",
                })
        void keepsEveryCharacter(String xml) throws HypervisorException {
            assertThat(XmlDocument.parse(xml).toString()).isEqualTo(xml);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "text",
                    "<a>",
                    "<a></b>",
                    "<a/><b/>",
                    "<a b/>",
                    "<a b=c/>",
                    "<a b='1' b='2'/>",
                    "<a b='1'c='2'/>",
                    "<a b='1",
                    "<a><!-- </a>",
                    "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>",
                    "</a>",
                    "<a/>text",
                    "<1/>",
                })
        void refusesWhatIsNotWellFormed(String xml) {
            assertThatThrownBy(() -> XmlDocument.parse(xml))
                    .isInstanceOf(HypervisorException.class)
                    .hasMessageStartingWith("Cannot read the domain XML: line 1: ")
                    .extracting("reason")
                    .isEqualTo(HypervisorException.Reason.INVALID_DEFINITION);
        }

        @Test
        void refusesADocumentThatIsTooDeep() {
            String deep = "<a>".repeat(10_000) + "</a>".repeat(10_000);

            assertThatThrownBy(() -> XmlDocument.parse(deep)).hasMessageContaining("200 elements");
        }

        @Test
        void givesValuesWithoutTheirMarkup() throws HypervisorException {
            XmlElement root = parse("<a q='&apos;&#x41;&#66;&nope;&amp;'>x &lt; <![CDATA[<y>]]><!-- no --></a>");

            assertThat(root.get("q")).isEqualTo("'AB&nope;&");
            assertThat(root.text()).isEqualTo("x < <y>");
        }
    }

    @Nested
    class Change {
        @Test
        void keepsTheQuotesAndSpaceOfAnAttribute() throws HypervisorException {
            XmlElement root = parse("<a  x = \"1\"\ty='2' />");

            root.set("x", "a\"b'<");

            assertThat(root).hasToString("<a  x = \"a&quot;b'&lt;\"\ty='2' />");
        }

        @Test
        void leavesAValueAsItIsWrittenWhenItMeansTheSame() throws HypervisorException {
            XmlElement root = parse("<a x='&#65;'> &#66;<!-- c --> </a>");

            root.set("x", "A").text("B");

            assertThat(root).hasToString("<a x='&#65;'> &#66;<!-- c --> </a>");
        }

        @Test
        void keepsTheSpaceAndCommentsAroundText() throws HypervisorException {
            XmlElement root = parse("<a>\n  old <!-- why --><![CDATA[more]]>\n</a>");

            root.text("new & <b>");

            assertThat(root).hasToString("<a>\n  new &amp; &lt;b&gt; <!-- why -->\n</a>");
        }

        @Test
        void addsAChildOnALineOfItsOwnWhereTheOthersAre() throws HypervisorException {
            XmlElement root = parse("<a>\n\t<b/> <!-- of b -->\n\t<c/>\n</a>");

            root.add(XmlElement.of("d").add(XmlElement.of("e")), root.child("b"));

            assertThat(root).hasToString("<a>\n\t<b/>\n\t<d>\n\t  <e/>\n\t</d> <!-- of b -->\n\t<c/>\n</a>");
        }

        @Test
        void addsAChildInLineWhereTheOthersAre() throws HypervisorException {
            XmlElement root = parse("<a><b/></a>");

            root.add(XmlElement.of("d").add(XmlElement.of("e")));

            assertThat(root).hasToString("<a><b/><d><e/></d></a>");
        }

        @Test
        void addsTheFirstChildOneStepInwards() throws HypervisorException {
            XmlElement root = parse("<a>\n  <b/>\n</a>");

            Objects.requireNonNull(root.child("b")).add(XmlElement.of("c"));

            assertThat(root).hasToString("<a>\n  <b>\n    <c/>\n  </b>\n</a>");
        }

        @Test
        void removesAChildWithItsLine() throws HypervisorException {
            XmlElement root = parse("<a>\n  <b/>\n  <!-- c -->\n  <d/>\n</a>");

            root.remove(Objects.requireNonNull(root.child("b")));

            assertThat(root).hasToString("<a>\n  <!-- c -->\n  <d/>\n</a>");
        }
    }
}

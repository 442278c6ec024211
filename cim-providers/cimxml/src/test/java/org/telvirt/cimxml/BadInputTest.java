package org.telvirt.cimxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.traceability.Requirement;

/** Messages that are wrong by accident or by intent: each is refused with the right word, and none is performed. */
@Requirement({"DSP0200 6", "DSP0201 5"})
class BadInputTest {
    private static final String NOT_WELL_FORMED = "request-not-well-formed";
    private static final String NOT_VALID = "request-not-valid";

    private final ScriptedService service = ScriptedService.answering(new MethodResult(null, List.of()));

    private RecordedExchange handle(RecordedExchange exchange) throws IOException {
        new CimXmlDoor(service, CimXmlSettings.DEFAULT).handle(exchange);
        return exchange;
    }

    private RecordedExchange names(byte[] body) throws IOException {
        return handle(RecordedExchange.operation("EnumerateInstanceNames", "root/virt", body));
    }

    private RecordedExchange names(String body) throws IOException {
        return names(body.getBytes(StandardCharsets.UTF_8));
    }

    private RecordedExchange argument(String paramValue) throws IOException {
        return handle(
                RecordedExchange.operation("Try", "root/virt:TST_System.Name=\"a\"", Requests.argument(paramValue)));
    }

    private void assertRefused(RecordedExchange exchange, String error) {
        assertThat(exchange.answerHeader("CIMError")).as(exchange.answer()).isEqualTo(error);
        assertThat(exchange.status()).isEqualTo(400);
        assertThat(service.operations()).isEmpty();
    }

    @Nested
    class NotXml {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "hello",
                    "<",
                    "<CIM",
                    "<CIM>",
                    "<CIM></MESSAGE>",
                    "<CIM a=1/>",
                    "<CIM a='1' a='2'/>",
                    "<CIM>&nbsp;</CIM>",
                    "<CIM>&#0;</CIM>",
                    "<CIM>&#xD800;</CIM>",
                    "<CIM/><CIM/>",
                    "<CIM/>x",
                    "<!-- -- --><CIM/>",
                    "\n<?xml version='1.0'?><CIM/>",
                    "<CIM>]]></CIM>"
                })
        void isNotWellFormed(String body) throws IOException {
            assertRefused(names(body), NOT_WELL_FORMED);
        }

        @Test
        void neitherIsAMessageCutAnywhere() throws IOException {
            byte[] whole = Requests.names().getBytes(StandardCharsets.UTF_8);
            // the last character that is missing is the end of the root element
            for (int length = 0; length < whole.length; length++) {
                byte[] part = Arrays.copyOf(whole, length);

                assertRefused(names(part), NOT_WELL_FORMED);
            }
        }

        @Test
        void namesTheLineOfTheError() throws IOException {
            assertThat(names("<CIM>\n\n  <a></b>").answer()).startsWith("Line 3, column ");
        }
    }

    /** And not the one before it, to which nothing can be added. */
    @Test
    void anElementThatLacksAnotherIsNamed() throws IOException {
        String lacking =
                Requests.method("Try", "", "").replace("<INSTANCENAME CLASSNAME=\"TST_System\"></INSTANCENAME>", "");

        RecordedExchange exchange = handle(RecordedExchange.operation("Try", "root/virt:TST_System", lacking));

        assertRefused(exchange, NOT_VALID);
        assertThat(exchange.answer()).contains("LOCALINSTANCEPATH must contain INSTANCENAME");
    }

    @Nested
    class OtherEncodings {
        @Test
        void bytesThatAreNotUtf8AreNotValid() throws IOException {
            byte[] body =
                    Requests.names().replace("TST_System", "TST_S\u00FFstem").getBytes(StandardCharsets.ISO_8859_1);

            assertRefused(names(body), NOT_VALID);
        }

        @Test
        void overlongFormsAreNotValid() throws IOException {
            byte[] body = Requests.names().replace("TST_System", "TST_??System").getBytes(StandardCharsets.UTF_8);
            int at = new String(body, StandardCharsets.ISO_8859_1).indexOf("??");
            body[at] = (byte) 0xC0;
            body[at + 1] = (byte) 0xAF;

            assertRefused(names(body), NOT_VALID);
        }

        @Test
        void utf16IsNotValid() throws IOException {
            assertRefused(
                    names(Requests.names().replace("utf-8", "utf-16").getBytes(StandardCharsets.UTF_16)), NOT_VALID);
        }

        @Test
        void anotherDeclaredEncodingIsNotValid() throws IOException {
            assertRefused(names(Requests.names().replace("utf-8", "iso-8859-1")), NOT_VALID);
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-8", "us-ascii"})
        void utf8MayBeDeclaredInOtherWays(String encoding) throws IOException {
            assertThat(argumentIn(encoding).status()).isEqualTo(200);
        }

        private RecordedExchange argumentIn(String encoding) throws IOException {
            return handle(RecordedExchange.operation(
                    "Try",
                    "root/virt:TST_System.Name=\"a\"",
                    Requests.argument("").replace("utf-8", encoding)));
        }

        @Test
        void aByteOrderMarkIsTaken() throws IOException {
            assertThat(handle(RecordedExchange.operation(
                                    "Try", "root/virt:TST_System.Name=\"a\"", "\uFEFF" + Requests.argument("")))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Nested
    class Attacks {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<!DOCTYPE CIM>",
                    "<!DOCTYPE CIM SYSTEM \"file:///etc/passwd\">",
                    "<!DOCTYPE CIM PUBLIC \"x\" \"http://127.0.0.1:9/x.dtd\">",
                    "<!DOCTYPE CIM [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
                    "<!DOCTYPE CIM [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                })
        void aDocumentTypeIsNotTaken(String doctype) throws IOException {
            String body = Requests.names().replace("<CIM ", doctype + "<CIM ");

            assertRefused(names(body), NOT_VALID);
        }

        @Test
        void deepNestingIsBounded() throws IOException {
            assertRefused(names("<CIM CIMVERSION='2.0' DTDVERSION='2.0'>" + "<MESSAGE>".repeat(100_000)), NOT_VALID);
        }

        @Test
        void deepReferencesAreBounded() throws IOException {
            String open = "<KEYBINDING NAME=\"k\"><VALUE.REFERENCE><INSTANCENAME CLASSNAME=\"a\">";
            String close = "</INSTANCENAME></VALUE.REFERENCE></KEYBINDING>";

            assertRefused(
                    argument("<PARAMVALUE NAME=\"x\"><INSTANCENAME CLASSNAME=\"a\">" + open.repeat(10_000)
                            + close.repeat(10_000) + "</INSTANCENAME></PARAMVALUE>"),
                    NOT_VALID);
        }

        @Test
        void attributesAreBounded() throws IOException {
            StringBuilder many = new StringBuilder("<CIM");
            for (int i = 0; i < 50_000; i++) {
                many.append(" a").append(i).append("=''");
            }

            assertRefused(names(many + "/>"), NOT_VALID);
        }

        @Test
        void attributeLengthIsBounded() throws IOException {
            assertRefused(names("<CIM CIMVERSION='" + "2".repeat(70_000) + "'/>"), NOT_VALID);
        }

        @Test
        void aTextSplitByCommentsCostsTimeInProportion() {
            String text = "a<!---->".repeat(500_000);

            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
                RecordedExchange exchange = argument("<PARAMVALUE NAME=\"x\"><VALUE>" + text + "</VALUE></PARAMVALUE>");
                assertThat(exchange.status()).isEqualTo(200);
            });
        }

        @Test
        void propertiesByTheTenThousandCostTimeInProportion() {
            StringBuilder properties = new StringBuilder();
            for (int i = 0; i < 50_000; i++) {
                properties.append("<PROPERTY NAME=\"p").append(i).append("\" TYPE=\"string\"></PROPERTY>");
            }

            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
                RecordedExchange exchange = argument(
                        "<PARAMVALUE NAME=\"x\"><INSTANCE CLASSNAME=\"a\">" + properties + "</INSTANCE></PARAMVALUE>");
                assertThat(exchange.status()).isEqualTo(200);
            });
        }
    }

    @Nested
    class NotCimXml {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "<CIM CIMVERSION=\"2.0\" | <CIM",
                    " DTDVERSION=\"2.0\" | ''",
                    " ID=\"7\" | ''",
                    " PROTOCOLVERSION=\"1.0\" | ''",
                    "MESSAGE | MASSAGE",
                    "SIMPLEREQ | SIMPLERSP",
                    "IMETHODCALL | EXPMETHODCALL",
                    "<SIMPLEREQ> | <SIMPLEREQ>text",
                    "LOCALNAMESPACEPATH | NAMESPACEPATH",
                    "<NAMESPACE NAME=\"virt\"/> | <NAMESPACE/>",
                    "<NAMESPACE NAME=\"virt\"/> | <NAMESPACE NAME=\"\"/>",
                    "<NAMESPACE NAME=\"virt\"/> | <NAMESPACE NAME=\"a//b\"/>",
                    "IPARAMVALUE | PARAMVALUE",
                    "NAME=\"ClassName\" | NOME=\"ClassName\"",
                    "<CLASSNAME NAME=\"TST_System\"/> | <CLASSNAME NAME=\"1st\"/>",
                    "<CLASSNAME NAME=\"TST_System\"/> | <CLASSNAME NAME=\"\"/>",
                    "<CLASSNAME NAME=\"TST_System\"/> | <CLASSNAME NAME=\"a b\"/>",
                    "<CLASSNAME NAME=\"TST_System\"/> | <CLASSNAME/>",
                    "<CLASSNAME NAME=\"TST_System\"/> | <CLASSNAME NAME=\"a\"><VALUE/></CLASSNAME>",
                    "<CLASSNAME NAME=\"TST_System\"/> | <CLASSNAME NAME=\"a\"/><CLASSNAME NAME=\"b\"/>",
                    "<CLASSNAME NAME=\"TST_System\"/> | <NAMESPACE NAME=\"a\"/>",
                    "</SIMPLEREQ> | </SIMPLEREQ><SIMPLEREQ></SIMPLEREQ>",
                    "</MESSAGE> | </MESSAGE><MESSAGE/>",
                    "</IMETHODCALL> | </IMETHODCALL><IMETHODCALL/>"
                })
        void isNotValid(String find, String replacement) throws IOException {
            String body = Requests.names().replace(find, replacement);

            RecordedExchange exchange = names(body);

            assertThat(body).isNotEqualTo(Requests.names());
            assertRefused(exchange, NOT_VALID);
        }

        @ParameterizedTest
        @ValueSource(strings = {"<SIMPLEREQ/>", "", "<SIMPLEREQ></SIMPLEREQ>", "<MULTIRSP/>", "<SIMPLEEXPREQ/>"})
        void neitherIsAMessageWithoutACall(String content) throws IOException {
            assertRefused(names(Requests.message(content)), NOT_VALID);
        }
    }

    @Nested
    class WrongValues {
        @ParameterizedTest
        @CsvSource({
            "boolean,yes",
            "boolean,''",
            "uint8,256",
            "uint8,-1",
            "sint8,128",
            "uint16,1.0",
            "uint32,4294967296",
            "uint64,18446744073709551616",
            "sint64,9223372036854775808",
            "uint32,0b1",
            "uint32,''",
            "real32,1e",
            "real64,Infinity",
            "char16,ab",
            "char16,''",
            "datetime,2024",
            "datetime,20241301000000.000000+000",
            "text,x",
            "reference,x"
        })
        void ofAnArgumentAreNotValid(String type, String text) throws IOException {
            assertRefused(
                    argument("<PARAMVALUE NAME=\"x\" PARAMTYPE=\"" + type + "\"><VALUE>" + text
                            + "</VALUE></PARAMVALUE>"),
                    NOT_VALID);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<VALUE>a</VALUE><VALUE>b</VALUE>",
                    "<VALUE><VALUE>a</VALUE></VALUE>",
                    "<VALUE>a<INSTANCE CLASSNAME=\"a\"/></VALUE>",
                    "<VALUE><INSTANCE CLASSNAME=\"a\"/>a</VALUE>",
                    "<VALUE><INSTANCE CLASSNAME=\"a\"/><INSTANCE CLASSNAME=\"a\"/></VALUE>",
                    "<VALUE.ARRAY>a</VALUE.ARRAY>",
                    "<VALUE.ARRAY><VALUE.REFERENCE/></VALUE.ARRAY>",
                    "<VALUE.ARRAY><VALUE.NULL>a</VALUE.NULL></VALUE.ARRAY>",
                    "<VALUE.REFARRAY><VALUE>a</VALUE></VALUE.REFARRAY>",
                    "<VALUE.REFERENCE></VALUE.REFERENCE>",
                    "<VALUE.REFERENCE><VALUE>a</VALUE></VALUE.REFERENCE>",
                    "<VALUE.REFERENCE><CLASSNAME NAME=\"a\"/><CLASSNAME NAME=\"a\"/></VALUE.REFERENCE>",
                    "<INSTANCE/>",
                    "<INSTANCE CLASSNAME=\"a\"><VALUE>a</VALUE></INSTANCE>",
                    "<INSTANCE CLASSNAME=\"a\"><PROPERTY NAME=\"a\"/></INSTANCE>",
                    "<INSTANCE CLASSNAME=\"a\"><PROPERTY TYPE=\"string\"/></INSTANCE>",
                    "<INSTANCE CLASSNAME=\"a\"><PROPERTY NAME=\"a\" TYPE=\"int\"/></INSTANCE>",
                    "<INSTANCE CLASSNAME=\"a\"><PROPERTY NAME=\"a\" TYPE=\"uint8\" EmbeddedObject=\"instance\"/></INSTANCE>",
                    "<INSTANCE CLASSNAME=\"a\"><PROPERTY NAME=\"a\" TYPE=\"string\" EmbeddedObject=\"Instance\"/></INSTANCE>",
                    "<INSTANCE CLASSNAME=\"a\"><PROPERTY NAME=\"a\" TYPE=\"uint8\"><VALUE>x</VALUE></PROPERTY></INSTANCE>",
                    "<INSTANCE CLASSNAME=\"a\"><PROPERTY NAME=\"a\" TYPE=\"uint8\"><VALUE.ARRAY/></PROPERTY></INSTANCE>",
                    "<INSTANCE CLASSNAME=\"a\"><PROPERTY NAME=\"a\" TYPE=\"uint8\"><VALUE>1</VALUE><VALUE>1</VALUE></PROPERTY></INSTANCE>",
                    "<INSTANCE CLASSNAME=\"a\"><PROPERTY NAME=\"a\" TYPE=\"string\"/><PROPERTY.ARRAY NAME=\"A\" TYPE=\"string\"/></INSTANCE>",
                    "<INSTANCENAME CLASSNAME=\"a\"><KEYBINDING NAME=\"a\"><KEYVALUE/></KEYBINDING><KEYBINDING NAME=\"A\"><KEYVALUE/></KEYBINDING></INSTANCENAME>",
                    "<INSTANCENAME CLASSNAME=\"a\"><KEYBINDING NAME=\"a\"></KEYBINDING></INSTANCENAME>",
                    "<INSTANCENAME CLASSNAME=\"a\"><KEYVALUE/><KEYVALUE/></INSTANCENAME>",
                    "<INSTANCENAME CLASSNAME=\"a\"><KEYVALUE VALUETYPE=\"text\"/></INSTANCENAME>",
                    "<INSTANCENAME CLASSNAME=\"a\"><KEYVALUE TYPE=\"uint8\">300</KEYVALUE></INSTANCENAME>",
                    "<CLASS NAME=\"a\"><PROPERTY NAME=\"b\" TYPE=\"string\"/><PROPERTY NAME=\"B\" TYPE=\"string\"/></CLASS>",
                    "<CLASS NAME=\"a\"><METHOD NAME=\"b\"/><METHOD NAME=\"B\"/></CLASS>",
                    "<CLASS NAME=\"a\"><PROPERTY.ARRAY NAME=\"b\" TYPE=\"string\" ARRAYSIZE=\"x\"/></CLASS>",
                    "<CLASS NAME=\"a\"><QUALIFIER NAME=\"b\" TYPE=\"boolean\" TOSUBCLASS=\"yes\"/></CLASS>",
                    "<NOTHING/>"
                })
        void ofOtherElementsAreNotValid(String element) throws IOException {
            assertRefused(argument("<PARAMVALUE NAME=\"x\">" + element + "</PARAMVALUE>"), NOT_VALID);
        }

        @Test
        void aMissingNameIsNotValid() throws IOException {
            assertRefused(argument("<PARAMVALUE><VALUE/></PARAMVALUE>"), NOT_VALID);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<QUALIFIER.DECLARATION NAME=\"a\"/>",
                    "<QUALIFIER.DECLARATION TYPE=\"string\"/>",
                    "<QUALIFIER.DECLARATION NAME=\"a\" TYPE=\"string\" ISARRAY=\"yes\"/>",
                    "<QUALIFIER.DECLARATION NAME=\"a\" TYPE=\"string\" ARRAYSIZE=\"-\"/>",
                    "<QUALIFIER.DECLARATION NAME=\"a\" TYPE=\"string\" ISARRAY=\"true\"><VALUE/></QUALIFIER.DECLARATION>",
                    "<QUALIFIER.DECLARATION NAME=\"a\" TYPE=\"string\" ISARRAY=\"false\"><VALUE.ARRAY/></QUALIFIER.DECLARATION>",
                    "<QUALIFIER.DECLARATION NAME=\"a\" TYPE=\"uint8\"><VALUE>256</VALUE></QUALIFIER.DECLARATION>",
                    "<QUALIFIER.DECLARATION NAME=\"a\" TYPE=\"string\"><VALUE/><VALUE/></QUALIFIER.DECLARATION>",
                    "<QUALIFIER.DECLARATION NAME=\"a\" TYPE=\"string\"><SCOPE/><SCOPE/></QUALIFIER.DECLARATION>",
                    "<QUALIFIER.DECLARATION NAME=\"a\" TYPE=\"string\"><SCOPE CLASS=\"1\"/></QUALIFIER.DECLARATION>",
                    "<QUALIFIER.DECLARATION NAME=\"a\" TYPE=\"string\"><SCOPE><VALUE/></SCOPE></QUALIFIER.DECLARATION>"
                })
        void ofDeclarationsAreNotValid(String declaration) throws IOException {
            String body = Requests.intrinsic(
                    "SetQualifier", "<IPARAMVALUE NAME=\"QualifierDeclaration\">" + declaration + "</IPARAMVALUE>");

            assertRefused(handle(RecordedExchange.operation("SetQualifier", "root/virt", body)), NOT_VALID);
        }

        @Test
        void ofFlagsOfOperationsAreNotValid() throws IOException {
            String body = Requests.intrinsic(
                    "EnumerateInstances",
                    Requests.CLASS_NAME + "<IPARAMVALUE NAME=\"DeepInheritance\"><VALUE>maybe</VALUE></IPARAMVALUE>");

            RecordedExchange exchange = handle(RecordedExchange.operation("EnumerateInstances", "root/virt", body));

            assertRefused(exchange, NOT_VALID);
            assertThat(exchange.answer()).contains("DeepInheritance", "EnumerateInstances", "'maybe'", "boolean");
        }
    }

    @Nested
    class TheConnection {
        @Test
        void aBodyOverTheLimitIsRefusedWith413() throws IOException {
            RecordedExchange exchange = handle(fullOf(new BodyTooLargeException(1000)));

            assertThat(exchange.status()).isEqualTo(413);
            assertThat(exchange.answerHeader("CIMError")).isNull();
            assertThat(exchange.answer()).contains("1000 bytes");
        }

        @Test
        void aBodyThatBreaksOffIsNotAnswered() {
            RecordedExchange exchange = fullOf(new IOException("Connection reset"));

            assertThatThrownBy(() -> handle(exchange))
                    .isInstanceOf(IOException.class)
                    .hasMessage("Connection reset");
            assertThat(exchange.status()).isZero();
        }

        private RecordedExchange fullOf(IOException failure) {
            byte[] start = Requests.names().substring(0, 100).getBytes(StandardCharsets.UTF_8);
            InputStream broken = new InputStream() {
                @Override
                public int read() throws IOException {
                    throw failure;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    throw failure;
                }
            };
            InputStream body = new SequenceInputStream(new ByteArrayInputStream(start), broken);
            return new RecordedExchange(body)
                    .with("CIMOperation", "MethodCall")
                    .with("CIMMethod", "EnumerateInstanceNames")
                    .with("CIMObject", "root/virt");
        }
    }
}

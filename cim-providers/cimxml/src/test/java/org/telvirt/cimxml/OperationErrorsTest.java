package org.telvirt.cimxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimStatus;
import org.telvirt.traceability.Requirement;

/** What is wrong with an operation, not with its message, is an ERROR in a complete response. */
@Requirement("DSP0200 5.4.1")
class OperationErrorsTest {
    private final ScriptedService silent = ScriptedService.answering(CimCursor.empty());

    private static RecordedExchange handle(ScriptedService service, String operation, String body) throws IOException {
        RecordedExchange exchange = RecordedExchange.operation(operation, "root/virt", body);
        new CimXmlDoor(service, CimXmlSettings.DEFAULT).handle(exchange);
        return exchange;
    }

    private RecordedExchange parameters(String operation, String parameters) throws IOException {
        return handle(silent, operation, Requests.intrinsic(operation, parameters));
    }

    private void assertError(RecordedExchange exchange, CimStatus status, String... words) {
        assertThat(exchange.status()).as(exchange.answer()).isEqualTo(200);
        assertThat(exchange.answer())
                .contains("<ERROR CODE=\"" + status.code() + "\" DESCRIPTION=\"")
                .contains(words);
        assertThat(silent.operations()).isEmpty();
    }

    @Nested
    class OfParameters {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GetInstance,InstanceName",
                    "EnumerateInstances,ClassName",
                    "EnumerateInstanceNames,ClassName",
                    "GetClass,ClassName",
                    "Associators,ObjectName",
                    "AssociatorNames,ObjectName",
                    "References,ObjectName",
                    "ReferenceNames,ObjectName",
                    "OpenEnumerateInstances,ClassName",
                    "OpenEnumerateInstancePaths,ClassName",
                    "OpenAssociatorInstances,InstanceName",
                    "OpenAssociatorInstancePaths,InstanceName",
                    "OpenReferenceInstances,InstanceName",
                    "OpenReferenceInstancePaths,InstanceName",
                    "PullInstancesWithPath,EnumerationContext",
                    "PullInstancePaths,EnumerationContext",
                    "CloseEnumeration,EnumerationContext",
                    "EnumerationCount,EnumerationContext",
                    "PullInstances,EnumerationContext",
                    "OpenQueryInstances,FilterQueryLanguage",
                    "ExecQuery,QueryLanguage",
                    "CreateInstance,NewInstance",
                    "ModifyInstance,ModifiedInstance",
                    "DeleteInstance,InstanceName",
                    "GetProperty,InstanceName",
                    "SetProperty,InstanceName",
                    "CreateClass,NewClass",
                    "ModifyClass,ModifiedClass",
                    "DeleteClass,ClassName",
                    "GetQualifier,QualifierName",
                    "SetQualifier,QualifierDeclaration",
                    "DeleteQualifier,QualifierName"
                })
        void aMissingOneIsNamed(String operationAndParameter) throws IOException {
            String operation = operationAndParameter.split(",", -1)[0];
            String parameter = operationAndParameter.split(",", -1)[1];

            assertError(parameters(operation, ""), CimStatus.INVALID_PARAMETER, operation, parameter, "missing");
        }

        @Test
        void aMissingMaxObjectCountOfAPullIsNamed() throws IOException {
            String context = "<IPARAMVALUE NAME=\"EnumerationContext\"><VALUE>c</VALUE></IPARAMVALUE>";

            assertError(
                    parameters("PullInstancePaths", context), CimStatus.INVALID_PARAMETER, "MaxObjectCount", "missing");
        }

        @Test
        void aNullOneIsMissing() throws IOException {
            assertError(
                    parameters("GetClass", "<IPARAMVALUE NAME=\"ClassName\"/>"),
                    CimStatus.INVALID_PARAMETER,
                    "ClassName",
                    "missing");
        }

        @Test
        void anUnknownOneIsNamedWithThoseThatAreKnown() throws IOException {
            assertError(
                    parameters("EnumerateInstanceNames", Requests.CLASS_NAME + "<IPARAMVALUE NAME=\"Deep\"/>"),
                    CimStatus.INVALID_PARAMETER,
                    "there is no parameter Deep; it takes ClassName");
        }

        @Test
        void oneThatIsGivenTwiceIsNamed() throws IOException {
            String again = Requests.CLASS_NAME.replace("ClassName", "CLASSNAME");

            assertError(
                    parameters("EnumerateInstanceNames", Requests.CLASS_NAME + again),
                    CimStatus.INVALID_PARAMETER,
                    "CLASSNAME is given more than once");
        }

        @ParameterizedTest
        @CsvSource({
            "GetClass,ClassName,<VALUE>a</VALUE>,CLASSNAME",
            "GetClass,ClassName,<INSTANCENAME CLASSNAME=\"a\"/>,CLASSNAME",
            "GetInstance,InstanceName,<CLASSNAME NAME=\"a\"/>,INSTANCENAME",
            "GetInstance,InstanceName,<VALUE>a</VALUE>,INSTANCENAME",
            "Associators,ObjectName,<INSTANCE CLASSNAME=\"a\"/>,INSTANCENAME",
            "EnumerationCount,EnumerationContext,<CLASSNAME NAME=\"a\"/>,VALUE",
            "EnumerateClasses,DeepInheritance,<VALUE.ARRAY/>,VALUE",
            "CreateInstance,NewInstance,<CLASS NAME=\"a\"/>,INSTANCE",
            "CreateInstance,NewInstance,<VALUE>a</VALUE>,INSTANCE",
            "ModifyInstance,ModifiedInstance,<CLASS NAME=\"a\"/>,VALUE.NAMEDINSTANCE",
            "ModifyInstance,ModifiedInstance,<INSTANCE CLASSNAME=\"a\"/>,VALUE.NAMEDINSTANCE",
            "CreateClass,NewClass,<CLASSNAME NAME=\"a\"/>,CLASS",
            "ModifyClass,ModifiedClass,<INSTANCE CLASSNAME=\"a\"/>,CLASS",
            "GetQualifier,QualifierName,<VALUE> </VALUE>,name",
            "GetQualifier,QualifierName,<VALUE>a b</VALUE>,name",
            "SetQualifier,QualifierDeclaration,<CLASSNAME NAME=\"a\"/>,QUALIFIER.DECLARATION"
        })
        void oneOfTheWrongKindIsNamed(String operation, String parameter, String value, String expected)
                throws IOException {
            assertError(
                    parameters(operation, "<IPARAMVALUE NAME=\"" + parameter + "\">" + value + "</IPARAMVALUE>"),
                    CimStatus.INVALID_PARAMETER,
                    parameter + " must be a",
                    expected);
        }

        @Test
        void theClassesOfPathAndInstanceMustAgree() throws IOException {
            String named = "<VALUE.NAMEDINSTANCE><INSTANCENAME CLASSNAME=\"TST_A\"/><INSTANCE CLASSNAME=\"TST_B\"/>"
                    + "</VALUE.NAMEDINSTANCE>";

            assertError(
                    parameters("ModifyInstance", "<IPARAMVALUE NAME=\"ModifiedInstance\">" + named + "</IPARAMVALUE>"),
                    CimStatus.INVALID_PARAMETER,
                    "TST_A",
                    "TST_B",
                    "must be the same");
        }

        @Test
        void aRoleThatIsNoNameIsNamed() throws IOException {
            assertError(
                    parameters(
                            "ReferenceNames",
                            "<IPARAMVALUE NAME=\"ObjectName\"><CLASSNAME NAME=\"a\"/></IPARAMVALUE>"
                                    + "<IPARAMVALUE NAME=\"Role\"><VALUE>a b</VALUE></IPARAMVALUE>"),
                    CimStatus.INVALID_PARAMETER,
                    "Role",
                    "'a b'");
        }

        @ParameterizedTest
        @ValueSource(strings = {"FilterQuery", "FilterQueryLanguage"})
        void aFilterNeedsQueryAndLanguage(String given) throws IOException {
            assertError(
                    parameters(
                            "OpenEnumerateInstances",
                            Requests.CLASS_NAME + "<IPARAMVALUE NAME=\"" + given + "\"><VALUE>x</VALUE></IPARAMVALUE>"),
                    CimStatus.INVALID_PARAMETER,
                    "give both or neither");
        }

        @Test
        void ofAMethodThatIsGivenTwiceIsNamed() throws IOException {
            String twice = "<PARAMVALUE NAME=\"x\"/><PARAMVALUE NAME=\"X\"/>";
            RecordedExchange exchange =
                    RecordedExchange.operation("Try", "root/virt:TST_System.Name=\"a\"", Requests.argument(twice));

            new CimXmlDoor(silent, CimXmlSettings.DEFAULT).handle(exchange);

            assertError(
                    exchange,
                    CimStatus.INVALID_PARAMETER,
                    "<METHODRESPONSE NAME=\"Try\">",
                    "X is given more than once");
        }
    }

    @Nested
    class OfEmbeddedObjects {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "plain text | unexpected",
                    "'' | unexpected",
                    "&lt;INSTANCE | unexpected",
                    "&lt;INSTANCE/&gt; | CLASSNAME",
                    "&lt;VALUE/&gt; | VALUE is not allowed",
                    "&lt;INSTANCE CLASSNAME='a'/&gt;&lt;INSTANCE CLASSNAME='a'/&gt; | roots",
                    "&lt;!DOCTYPE a&gt;&lt;INSTANCE CLASSNAME='a'/&gt; | DOCTYPE",
                    "&lt;INSTANCE CLASSNAME='a'&gt;&lt;PROPERTY NAME='n' TYPE='uint8'&gt;&lt;VALUE&gt;999&lt;/VALUE&gt;"
                            + "&lt;/PROPERTY&gt;&lt;/INSTANCE&gt; | '999' is not a uint8"
                })
        void whatCannotBeReadIsAnInvalidParameter(String text, String word) throws IOException {
            RecordedExchange exchange = RecordedExchange.operation(
                    "Try",
                    "root/virt:TST_System.Name=\"a\"",
                    Requests.argument("<PARAMVALUE NAME=\"x\" PARAMTYPE=\"string\" EmbeddedObject=\"instance\"><VALUE>"
                            + text + "</VALUE></PARAMVALUE>"));

            new CimXmlDoor(silent, CimXmlSettings.DEFAULT).handle(exchange);

            assertThat(exchange.answer().toLowerCase(Locale.ROOT)).contains(word.toLowerCase(Locale.ROOT));
            assertError(exchange, CimStatus.INVALID_PARAMETER, "embedded object");
        }
    }

    @Nested
    class OfTheServer {
        @ParameterizedTest
        @EnumSource(CimStatus.class)
        void everyStatusHasItsCode(CimStatus status) throws IOException {
            RecordedExchange exchange =
                    handle(ScriptedService.failing(status, "why"), "EnumerateInstanceNames", Requests.names());

            assertThat(exchange.status()).isEqualTo(200);
            assertThat(exchange.answer())
                    .contains("<IMETHODRESPONSE NAME=\"EnumerateInstanceNames\"><ERROR CODE=\"" + status.code()
                            + "\" DESCRIPTION=\"why\"></ERROR></IMETHODRESPONSE>");
        }

        @Test
        void descriptionsAreEscaped() throws IOException {
            RecordedExchange exchange = handle(
                    ScriptedService.failing(CimStatus.FAILED, "a \"b\" <c> & 'd'\n\u0007\uD800é"),
                    "EnumerateInstanceNames",
                    Requests.names());

            assertThat(exchange.answer())
                    .contains("DESCRIPTION=\"a &quot;b&quot; &lt;c&gt; &amp; 'd'&#10;\uFFFD\uFFFDé\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"ExportIndication", "UpdateCaches", "MakeCoffee"})
        void anOperationThatIsNotOfferedIsNotSupported(String operation) throws IOException {
            String parameters = "<IPARAMVALUE NAME=\"NewInstance\"><INSTANCE CLASSNAME=\"a\"/></IPARAMVALUE>";

            assertError(parameters(operation, parameters), CimStatus.NOT_SUPPORTED, operation);
        }

        @Test
        void aDefectIsReportedByItsRequestAndNotByItsText() throws IOException {
            ScriptedService defective = new ScriptedService(operation -> {
                throw new IllegalStateException("secret");
            });

            RecordedExchange exchange = handle(defective, "EnumerateInstanceNames", Requests.names());

            assertThat(exchange.answer())
                    .contains("<ERROR CODE=\"1\"", "request r1")
                    .doesNotContain("secret");
        }

        @Test
        void aDefectInTheMiddleOfAListIsReportedToo() throws IOException {
            ScriptedService defective = ScriptedService.answering(
                    CimCursor.of(List.of(CimInstance.of(Samples.SYSTEM).build())));

            RecordedExchange exchange = handle(
                    defective, "EnumerateInstances", Requests.intrinsic("EnumerateInstances", Requests.CLASS_NAME));

            assertThat(exchange.answer()).contains("<ERROR CODE=\"1\"").doesNotContain("IRETURNVALUE");
        }
    }

    @Nested
    class WithDetails {
        private final ScriptedService failing = new ScriptedService(operation -> {
            CimInstance detail = CimInstance.of(Samples.name("CIM_Error"))
                    .with(Samples.name("MessageID"), "7")
                    .build();
            throw new CimException(CimStatus.FAILED, "why", List.of(detail), null);
        });

        private String answer(boolean errorInstances) throws IOException {
            RecordedExchange exchange =
                    RecordedExchange.operation("EnumerateInstanceNames", "root/virt", Requests.names());
            new CimXmlDoor(failing, new CimXmlSettings(CimXmlSettings.DEFAULT.limits(), errorInstances))
                    .handle(exchange);
            return exchange.answer();
        }

        @Test
        void leavesTheInstancesOutByDefault() throws IOException {
            assertThat(answer(false)).contains("DESCRIPTION=\"why\"></ERROR>");
        }

        @Test
        void carriesThemWhereThatIsSet() throws IOException {
            assertThat(answer(true)).contains("DESCRIPTION=\"why\"><INSTANCE CLASSNAME=\"CIM_Error\">");
        }
    }
}

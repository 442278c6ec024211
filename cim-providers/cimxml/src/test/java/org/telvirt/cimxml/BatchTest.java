package org.telvirt.cimxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.EnumerateClassNames;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.traceability.Requirement;

/** Several operations in one message. */
@Requirement("DSP0200 5.4")
class BatchTest {
    private static final String CLASSES = Requests.intrinsicCall("EnumerateClassNames", "");
    private static final String INSTANCES = Requests.intrinsicCall("EnumerateInstanceNames", Requests.CLASS_NAME);
    private static final String WRONG = Requests.intrinsicCall("GetClass", "");

    private static RecordedExchange send(ScriptedService service, String... calls) throws IOException {
        RecordedExchange exchange = RecordedExchange.operation("", "", Requests.batch(calls))
                .without("CIMMethod")
                .without("CIMObject")
                .with("CIMBatch", "");
        new CimXmlDoor(service, CimXmlSettings.DEFAULT).handle(exchange);
        return exchange;
    }

    @Test
    void performsItsOperationsInOrder() throws IOException {
        ScriptedService service = new ScriptedService(operation -> CimCursor.empty());

        send(service, CLASSES, INSTANCES);

        assertThat(service.operations())
                .containsExactly(
                        new EnumerateClassNames(Samples.VIRT, null, false),
                        new EnumerateInstanceNames(Samples.VIRT, Samples.SYSTEM));
    }

    @Test
    void answersInOneMessageInOrder() throws IOException {
        ScriptedService service = new ScriptedService(BatchTest::oneOfEach);

        RecordedExchange exchange = send(service, CLASSES, INSTANCES);

        assertThat(exchange.answer())
                .contains("<MULTIRSP><SIMPLERSP><IMETHODRESPONSE NAME=\"EnumerateClassNames\"><IRETURNVALUE>"
                        + "<CLASSNAME NAME=\"TST_System\"/></IRETURNVALUE></IMETHODRESPONSE></SIMPLERSP>\n"
                        + "<SIMPLERSP><IMETHODRESPONSE NAME=\"EnumerateInstanceNames\"><IRETURNVALUE>"
                        + "<INSTANCENAME CLASSNAME=\"TST_System\">")
                .contains("</SIMPLERSP>\n</MULTIRSP></MESSAGE>");
    }

    private static Object oneOfEach(CimOperation<?> operation) {
        return operation instanceof EnumerateClassNames
                ? CimCursor.of(List.of(Samples.SYSTEM))
                : CimCursor.of(List.of(Samples.system("a")));
    }

    @Test
    void goesOnAfterAnOperationThatFails() throws IOException {
        ScriptedService service = new ScriptedService(operation -> {
            if (operation instanceof EnumerateClassNames) {
                throw new CimException(CimStatus.ACCESS_DENIED, "no");
            }
            return CimCursor.empty();
        });

        RecordedExchange exchange = send(service, CLASSES, WRONG, INSTANCES);

        assertThat(exchange.answer())
                .contains("<IMETHODRESPONSE NAME=\"EnumerateClassNames\"><ERROR CODE=\"2\"")
                .contains("<IMETHODRESPONSE NAME=\"GetClass\"><ERROR CODE=\"4\"")
                .contains("<IMETHODRESPONSE NAME=\"EnumerateInstanceNames\"><IRETURNVALUE></IRETURNVALUE>");
    }

    @Test
    void isNotValidWithASingleOperation() throws IOException {
        RecordedExchange exchange = send(ScriptedService.answering(CimCursor.empty()), CLASSES);

        assertThat(exchange.answerHeader("CIMError")).isEqualTo("request-not-valid");
    }

    @Test
    void performsNothingOfAMessageThatIsNotValid() throws IOException {
        ScriptedService service = ScriptedService.answering(CimCursor.empty());

        send(service, CLASSES, "<IMETHODCALL/>");

        assertThat(service.operations()).isEmpty();
    }
}

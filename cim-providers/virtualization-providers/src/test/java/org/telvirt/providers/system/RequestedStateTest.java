package org.telvirt.providers.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimParameter;
import org.telvirt.cim.CimQualifier;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.QualifierNames;
import org.telvirt.facility.Transition;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.rig.CimSchema;
import org.telvirt.traceability.Requirement;

@Requirement("DSP1057 8")
class RequestedStateTest {
    /** Test and Defer are the only ones of the class that no virtual system takes. */
    @Test
    void theStatesAreThoseOfTheClassByNumberAndWord() {
        CimParameter parameter = CimSchema.classOf(SystemPath.TELVIRT_COMPUTER_SYSTEM)
                .method(ElementNames.REQUEST_STATE_CHANGE)
                .parameter(ElementNames.REQUESTED_STATE);
        List<String> numbers = texts(parameter.qualifier(QualifierNames.VALUE_MAP));
        List<String> words = texts(parameter.qualifier(QualifierNames.VALUES));
        List<String> all = new ArrayList<>();
        for (int i = 0; i < numbers.indexOf(".."); i++) {
            all.add(numbers.get(i) + " " + words.get(i));
        }

        assertThat(all)
                .contains("7 Test", "8 Defer")
                .filteredOn(state -> !RequestedState.isForeign(Long.parseLong(state.substring(0, state.indexOf(' ')))))
                .isEqualTo(Arrays.stream(RequestedState.values())
                        .map(RequestedState::toString)
                        .toList());
    }

    @Test
    void everyTransitionHasAState() {
        for (Transition transition : Transition.values()) {
            assertThat(RequestedState.of(transition).transition()).isEqualTo(transition);
        }
    }

    private static List<String> texts(CimQualifier qualifier) {
        return ((CimValue.Array) qualifier.value())
                .elements().stream()
                        .map(element -> ((CimValue.Text) element).value())
                        .toList();
    }
}

package org.telvirt.providers.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimValues;
import org.telvirt.facility.Health;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.Transition;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.SystemNames;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.traceability.Requirement;

@Requirement("DSP1057 7")
class SystemMapperTest {
    private static final SystemId ID = new SystemId(UUID.fromString("6f7a3d52-0a5c-4b3e-8a44-0d9d3f1f7c11"));

    private static VirtualSystem system(
            @Nullable Transition requested, @Nullable Transition underway, @Nullable Instant changed) {
        return new VirtualSystem(ID, "hlr-2", SystemState.ACTIVE, Health.OK, requested, underway, changed, true);
    }

    private static CimInstance mapped(VirtualSystem system) {
        return SystemMapper.toInstance(system, Set.of(Transition.RESET, Transition.PAUSE));
    }

    @Test
    void theKeyIsTheUuidAndTheNameCanChange() {
        CimInstance instance = mapped(system(null, null, null));

        assertThat(instance.path()).isEqualTo(SystemPath.of(ID));
        assertThat(instance.text(ElementNames.NAME)).isEqualTo(ID.toString());
        assertThat(instance.text(ElementNames.CREATION_CLASS_NAME)).isEqualTo("Telvirt_ComputerSystem");
        assertThat(instance.text(ElementNames.ELEMENT_NAME)).isEqualTo("hlr-2");
        assertThat(instance.text(SystemNames.NAME_FORMAT)).isEqualTo("UUID");
        assertThat(instance.value(SystemNames.OTHER_IDENTIFYING_INFO))
                .isEqualTo(CimValues.texts(ID.toString(), "hlr-2"));
    }

    @Test
    void beforeTheFirstChangeTimesAndRequestsAreUnknown() {
        CimInstance instance = mapped(system(null, null, null));

        assertThat(instance.number(ElementNames.REQUESTED_STATE)).isZero();
        assertThat(instance.number(ElementNames.TRANSITIONING_TO_STATE)).isEqualTo(5);
        assertThat(instance.value(ElementNames.TIME_OF_LAST_STATE_CHANGE))
                .isEqualTo(CimValues.dateTime(CimDateTime.ZERO_INTERVAL));
    }

    @Test
    void afterAChangeItsTimeIsSaid() {
        Instant time = Instant.parse("2026-08-01T10:11:12.345678Z");

        assertThat(mapped(system(null, null, time)).value(ElementNames.TIME_OF_LAST_STATE_CHANGE))
                .isEqualTo(CimValues.dateTime(new CimDateTime("20260801101112.345678+000")));
    }

    @ParameterizedTest
    @CsvSource({"ACTIVATE, 2", "DEACTIVATE, 3", "SHUT_DOWN, 4", "SUSPEND, 6", "PAUSE, 9", "REBOOT, 10", "RESET, 11"})
    void eachTransitionHasItsNumber(Transition transition, long number) {
        CimInstance instance = mapped(system(transition, transition, null));

        assertThat(instance.number(ElementNames.REQUESTED_STATE)).isEqualTo(number);
        assertThat(instance.number(ElementNames.TRANSITIONING_TO_STATE)).isEqualTo(number);
        assertThat(RequestedState.of(number).transition()).isEqualTo(transition);
    }

    @Test
    void availableStatesAreThoseOfTheMoment() {
        assertThat(mapped(system(null, null, null)).value(ElementNames.AVAILABLE_REQUESTED_STATES))
                .isEqualTo(CimValues.uint16s(9, 11));
        assertThat(RequestedState.codes(EnumSet.allOf(Transition.class)))
                .isEqualTo(CimValues.uint16s(2, 3, 4, 6, 9, 10, 11));
    }
}

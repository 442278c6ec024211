package org.telvirt.providers.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.ModifyInstance;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.rig.CimServer;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** What clients do with virtual systems that know only the intrinsic operations. */
@RanOn(Engine.SIMULATED)
@Requirement("DSP1052 8")
class SystemOperationsTest {
    private FacilityBench bench;
    private CimServer server;
    private SystemId id;
    private CimInstancePath path;

    @BeforeEach
    void open() throws FacilityException {
        bench = new FacilityBench();
        server = new CimServer(bench.facility(), bench.time());
        id = bench.define("hlr-2");
        path = SystemPath.of(id);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void modify(CimInstance instance) throws CimException {
        server.execute(new ModifyInstance(Namespaces.VIRT, path, instance.at(null), null));
    }

    private static CimInstance with(String property, CimValue value) {
        return CimInstance.of(SystemPath.TELVIRT_COMPUTER_SYSTEM)
                .with(CimName.of(property), value)
                .build();
    }

    private static void refused(CimStatus status, String words, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CimException.class, e -> assertThat(e.status()).isEqualTo(status))
                .hasMessageContaining(words);
    }

    @Nested
    class Modify {
        @Test
        void renames() throws Exception {
            modify(with("ElementName", CimValues.text("hlr-3")));

            assertThat(server.system(id).text(ElementNames.ELEMENT_NAME)).isEqualTo("hlr-3");
            assertThat(server.system(id).path().text(ElementNames.NAME)).isEqualTo(id.toString());
        }

        @Test
        void takesBackWhatWasReadWithAnotherName() throws Exception {
            CimInstance read = server.system(id);

            modify(CimInstance.of(read.className())
                    .with(read.properties().stream()
                            .filter(property -> !property.name().equals(ElementNames.ELEMENT_NAME))
                            .toList())
                    .with(ElementNames.ELEMENT_NAME, "hlr-3")
                    .build());

            assertThat(server.system(id).text(ElementNames.ELEMENT_NAME)).isEqualTo("hlr-3");
        }

        @Test
        void sendsWhoeverSetsAStateToTheMethod() {
            refused(
                    CimStatus.INVALID_PARAMETER,
                    "RequestStateChange",
                    () -> modify(with("EnabledState", CimValues.uint16(2))));
        }

        @Test
        void refusesATakenNameAndNone() throws Exception {
            bench.define("taken");

            refused(CimStatus.ALREADY_EXISTS, "taken", () -> modify(with("ElementName", CimValues.text("taken"))));
            refused(
                    CimStatus.INVALID_PARAMETER,
                    "name is blank",
                    () -> modify(with("ElementName", CimValues.text(" "))));
        }
    }

    @Nested
    class Delete {
        private void delete() throws CimException {
            server.execute(new DeleteInstance(Namespaces.VIRT, path));
        }

        @Test
        @Requirement("VMOPE6")
        void destroysTheSystemEvenIfItRuns() throws Exception {
            bench.change(id, Transition.ACTIVATE);

            delete();

            assertThat(bench.facility().system(id)).isNull();
            refused(CimStatus.NOT_FOUND, "", this::delete);
        }
    }

    @Test
    void createNamesTheMethodThatDoes() {
        refused(
                CimStatus.NOT_SUPPORTED,
                "DefineSystem",
                () -> server.execute(new CreateInstance(Namespaces.VIRT, with("ElementName", CimValues.text("new")))));
    }
}

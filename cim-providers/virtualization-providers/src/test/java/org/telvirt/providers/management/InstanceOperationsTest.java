package org.telvirt.providers.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.ModifyInstance;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.facility.pool.PoolId;
import org.telvirt.facility.pool.PoolKind;
import org.telvirt.facility.pool.Share;
import org.telvirt.facility.snapshot.SnapshotKind;
import org.telvirt.facility.snapshot.SnapshotWish;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.element.OrgId;
import org.telvirt.providers.pool.PoolPath;
import org.telvirt.providers.settings.ConfigurationId;
import org.telvirt.providers.settings.SettingsNames;
import org.telvirt.traceability.Requirement;

/** What the intrinsic operations do for clients that look for no service first. */
class InstanceOperationsTest extends ManagementBench {
    private static final CimName MEMORY = CimName.of("Telvirt_MemoryAllocationSettingData");
    private static final CimName VIRTUAL_QUANTITY = CimName.of("VirtualQuantity");

    private SystemId id;

    @BeforeEach
    void define() throws Exception {
        id = bench.define("hlr-2");
    }

    private CimInstancePath resource(CimName className, String device) {
        return CimInstancePath.of(
                className, ElementNames.INSTANCE_ID, OrgId.prefix("RASD/" + configuration(id) + "/" + device));
    }

    private CimInstancePath create(CimInstance instance) throws CimException {
        return server.execute(new CreateInstance(Namespaces.VIRT, instance));
    }

    private void delete(CimInstancePath path) throws CimException {
        server.execute(new DeleteInstance(Namespaces.VIRT, path));
    }

    private void modify(CimInstancePath path, CimInstance instance) throws CimException {
        server.execute(new ModifyInstance(Namespaces.VIRT, path, instance.at(null), null));
    }

    private static void refused(CimStatus status, String words, ThrowingCallable call) {
        CimException refusal = catchThrowableOfType(CimException.class, call);
        assertThat(refusal).hasMessageContaining(words);
        assertThat(refusal.status()).isEqualTo(status);
    }

    @Nested
    class ModifyResources {
        private CimInstance amount(long amount) {
            return CimInstance.of(MEMORY)
                    .with(VIRTUAL_QUANTITY, CimValues.uint64(amount))
                    .build();
        }

        @Test
        @Requirement("DSP1057 7")
        void anAmountThatChangesAloneStaysInItsUnit() throws Exception {
            CimInstancePath memory = resource(MEMORY, "memory");
            assertThat(server.get(memory).text(CimName.of("AllocationUnits"))).isEqualTo("byte*2^20");

            modify(memory, amount(64));

            assertThat(defined(id).memory().size()).isEqualTo(ByteSize.ofMebibytes(64));
        }

        @Test
        void whatWasReadCanBeSentBackWithOneChange() throws Exception {
            CimInstancePath memory = resource(MEMORY, "memory");
            CimInstance read = server.get(memory);
            List<CimProperty> changed = read.properties().stream()
                    .map(property -> property.name().equals(VIRTUAL_QUANTITY)
                            ? property.withValue(CimValues.uint64(96))
                            : property)
                    .toList();

            modify(memory, read.withProperties(changed));

            assertThat(defined(id).memory().size()).isEqualTo(ByteSize.ofMebibytes(96));
        }

        @Test
        void anotherUnitIsTakenWhereItIsSaid() throws Exception {
            CimInstance inGibibytes = CimInstance.of(MEMORY)
                    .with(VIRTUAL_QUANTITY, CimValues.uint64(1))
                    .with(CimName.of("AllocationUnits"), CimValues.text("byte*2^30"))
                    .build();

            modify(resource(MEMORY, "memory"), inGibibytes);

            assertThat(defined(id).memory().size()).isEqualTo(ByteSize.ofMebibytes(1024));
        }

        @Test
        void processorsHaveUnitsAsWell() throws Exception {
            CimName className = CimName.of("Telvirt_ProcessorAllocationSettingData");

            modify(
                    resource(className, "processor"),
                    CimInstance.of(className)
                            .with(VIRTUAL_QUANTITY, CimValues.uint64(3))
                            .build());

            assertThat(defined(id).processors()).isEqualTo(Processors.of(3));
        }
    }

    @Nested
    class CreateSettings {
        private CimInstance settings(String property, CimValue value) {
            return CimInstance.of(SettingsNames.TELVIRT_VIRTUAL_SYSTEM_SETTING_DATA)
                    .with(CimName.of(property), value)
                    .build();
        }

        @Test
        void definesASystem() throws Exception {
            CimInstancePath path = create(settings("ElementName", CimValues.text("hss-1")));

            ConfigurationId made = Objects.requireNonNull(ConfigurationId.of(path));
            assertThat(server.system(made.system()).text(ElementNames.ELEMENT_NAME))
                    .isEqualTo("hss-1");
            assertThat(server.get(path).text(ElementNames.ELEMENT_NAME)).isEqualTo("hss-1");
            assertThat(defined(made.system()).processors()).isEqualTo(Processors.of(1));
        }

        @Test
        void refusesWhatCannotBeHadAndDefinesNothing() throws Exception {
            List<CimInstance> before = everything();

            refused(
                    CimStatus.INVALID_PARAMETER,
                    "ElementName is missing",
                    () -> create(settings("Caption", CimValues.text("c"))));
            refused(
                    CimStatus.INVALID_PARAMETER,
                    "leave it out",
                    () -> create(settings("InstanceID", CimValues.text("Telvirt:VSSD/mine"))));
            refused(
                    CimStatus.ALREADY_EXISTS,
                    "'hlr-2'",
                    () -> create(settings("ElementName", CimValues.text("hlr-2"))));
            assertThat(everything()).isEqualTo(before);
        }

        @Test
        void ofAResourceOrAPoolIsRefusedWithTheMethodThatDoesIt() {
            refused(
                    CimStatus.NOT_SUPPORTED,
                    "AddResourceSettings",
                    () -> create(CimInstance.of(MEMORY).build()));
            refused(
                    CimStatus.NOT_SUPPORTED,
                    "CreateChildResourcePool",
                    () -> create(
                            CimInstance.of(CimName.of("Telvirt_MemoryPool")).build()));
        }
    }

    @Nested
    class Delete {
        @Test
        void destroysASnapshot() throws Exception {
            bench.facility().snapshots().take(id, new SnapshotWish("first", "", SnapshotKind.FULL, false));
            CimInstancePath snapshot = ConfigurationId.ofSnapshot(id, "first").path();
            refused(
                    CimStatus.NOT_SUPPORTED,
                    "stays as it was taken",
                    () -> modify(
                            snapshot,
                            CimInstance.of(SettingsNames.TELVIRT_VIRTUAL_SYSTEM_SETTING_DATA)
                                    .with(ElementNames.ELEMENT_NAME, "other")
                                    .build()));

            delete(snapshot);

            assertThat(bench.facility().snapshots().of(id)).isEmpty();
            refused(CimStatus.NOT_FOUND, "first", () -> delete(snapshot));
        }

        @Test
        void deletesAPoolOfClientsUnlessSomethingIsHeldOfIt() throws Exception {
            PoolId pool = bench.facility()
                    .pools()
                    .create("set aside", List.of(new Share(PoolId.host(PoolKind.MEMORY), 1L << 30)))
                    .id();
            PoolId child = bench.facility()
                    .pools()
                    .create("inside", List.of(new Share(pool, 1L << 29)))
                    .id();

            refused(CimStatus.FAILED, "hold something of it", () -> delete(PoolPath.of(pool)));
            delete(PoolPath.of(child));
            delete(PoolPath.of(pool));

            assertThat(bench.facility().pools().find(pool)).isNull();
        }

        @Test
        void leavesTheHostsOwnPools() {
            refused(
                    CimStatus.INVALID_PARAMETER,
                    "the host's own",
                    () -> delete(PoolPath.of(PoolId.host(PoolKind.MEMORY))));
        }

        @Test
        void leavesWhatIsRunning() throws Exception {
            bench.change(id, Transition.ACTIVATE);

            refused(
                    CimStatus.NOT_SUPPORTED,
                    "DestroySystem",
                    () -> delete(configuration(id).state().path()));
        }
    }
}

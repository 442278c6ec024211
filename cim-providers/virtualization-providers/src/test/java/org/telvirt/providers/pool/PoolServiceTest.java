package org.telvirt.providers.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.providers.rig.CimServer.argument;
import static org.telvirt.providers.rig.CimServer.reference;
import static org.telvirt.providers.rig.CimServer.references;
import static org.telvirt.providers.rig.CimServer.settings;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.pool.Pool;
import org.telvirt.facility.pool.PoolId;
import org.telvirt.facility.pool.PoolKind;
import org.telvirt.facility.testing.FacilityBench;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.rig.CimServer;
import org.telvirt.providers.rig.Reply;
import org.telvirt.providers.rig.Settings;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

@RanOn(Engine.SIMULATED)
class PoolServiceTest {
    private static final CimInstancePath MEMORY = PoolPath.of(PoolId.host(PoolKind.MEMORY));
    private static final CimInstancePath PROCESSORS = PoolPath.of(PoolId.host(PoolKind.PROCESSOR));
    private static final CimName RESERVED = CimName.of("Reserved");
    private static final CimName CAPACITY = CimName.of("Capacity");
    private static final long GIB = 1L << 30;

    private FacilityBench bench;
    private CimServer server;

    @BeforeEach
    void open() throws Exception {
        bench = new FacilityBench();
        server = new CimServer(bench.facility(), bench.time());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Reply call(String method, CimArgument... arguments) throws CimException {
        return server.call(server.only("CIM_ResourcePoolConfigurationService").path(), method, arguments);
    }

    private static Settings gibibytes(long amount) {
        return Settings.resource(4).with("AllocationUnits", "byte*2^30").with("Reservation", amount);
    }

    private Reply createChild(CimInstancePath parent, Settings part) throws CimException {
        return call(
                "CreateChildResourcePool",
                argument("ElementName", CimValues.text("set aside")),
                settings("Settings", List.of(part)),
                references("ParentPool", List.of(parent)));
    }

    private CimInstancePath child(long gibibytes) throws CimException {
        Reply reply = createChild(MEMORY, gibibytes(gibibytes));
        assertThat(reply.code()).isZero();
        return reply.path("Pool");
    }

    private List<CimInstancePath> processors(int first, int last) throws CimException {
        List<CimInstance> all = server.enumerate("Telvirt_HostProcessor");
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> Objects.requireNonNull(all.get(number).path()))
                .toList();
    }

    private String cause(Reply refusal) throws CimException {
        CimInstance job = server.get(refusal.path("Job"));
        assertThat(job.number(CimName.of("JobState"))).isEqualTo(10);
        return Objects.requireNonNull(job.text(CimName.of("ErrorDescription")));
    }

    private void assertRefused(Reply reply, int code, String cause) throws CimException {
        assertThat(cause(reply)).contains(cause);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(bench.facility().pools().list()).allMatch(Pool::isPrimordial);
    }

    @Test
    @Requirement("DSP1041 7.4")
    void theCapabilitiesNameAllSixMethodsAsUint32() throws Exception {
        CimInstance capabilities = server.only("CIM_ResourcePoolConfigurationCapabilities");

        assertThat(capabilities.value(CimName.of("SynchronousMethodsSupported")))
                .isEqualTo(CimValues.uint32s(2, 3, 4, 5, 6, 7));
        assertThat(capabilities.value(CimName.of("AsynchronousMethodsSupported")))
                .isEqualTo(CimValues.uint32s());
    }

    @Nested
    class CreateChildResourcePool {
        @Test
        @Requirement({"VMADM4", "DSP1041 8.2.4"})
        void aPartOfAParentIsSetAside() throws Exception {
            CimInstance pool = server.get(child(8));

            assertThat(pool.number(CAPACITY)).isEqualTo(8 * GIB);
            assertThat(pool.text(CimName.of("ElementName"))).isEqualTo("set aside");
            assertThat(server.get(MEMORY).number(RESERVED)).isEqualTo(8 * GIB);
        }

        @Test
        @Requirement("VMADM4")
        void onlyItsOwnerCanHaveWhatIsSetAside() throws Exception {
            CimInstancePath pool = child(60);
            String poolId = Objects.requireNonNull(server.get(pool).text(CimName.of("PoolID")));
            Settings wanted = Settings.resource(4)
                    .with("AllocationUnits", "byte*2^30")
                    .with("VirtualQuantity", 8)
                    .with("Reservation", 8);

            Reply other = server.manage("DefineSystem", settings("ResourceSettings", List.of(wanted)));
            assertThat(other.code()).isEqualTo(2);
            assertThat(cause(other)).contains("memory pool has 4096 MiB free, 8192 MiB reserved by its definition");

            Reply owner =
                    server.manage("DefineSystem", settings("ResourceSettings", List.of(wanted.with("PoolID", poolId))));
            SystemId id = Objects.requireNonNull(SystemPath.id(owner.path("ResultingSystem")));
            assertThat(server.requestState(id, 2).code()).isIn(0L, 4096L);
            bench.advance(Duration.ofSeconds(1));
            assertThat(server.get(pool).number(RESERVED)).isEqualTo(8 * GIB);
            assertThat(server.associators(pool, "CIM_ResourceAllocationFromPool", "Antecedent"))
                    .hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({"percent, 150, 150", "count, 2, 200", ", 2, 200"})
        void processorsAreCountedWholeOrInPercent(String units, long amount, long capacity) throws Exception {
            Settings part = Settings.resource(3).with("Reservation", amount);
            Reply reply = createChild(PROCESSORS, units == null ? part : part.with("AllocationUnits", units));

            assertThat(server.get(reply.path("Pool")).number(CAPACITY)).isEqualTo(capacity);
        }

        @Test
        void withoutParentsPoolIdSaysFromWhere() throws Exception {
            Reply reply = call(
                    "CreateChildResourcePool",
                    settings("Settings", List.of(gibibytes(1).with("PoolID", "Telvirt:POOL/memory/host"))));

            assertThat(server.get(reply.path("Pool")).number(CAPACITY)).isEqualTo(GIB);
        }

        @Test
        @Requirement("DSP1041 8.2.4")
        void eachWrongInputHasItsReturnValue() throws Exception {
            assertRefused(
                    createChild(MEMORY, gibibytes(65)), 8, "memory pool has 65536 MiB free, 66560 MiB are asked for");
            assertRefused(
                    createChild(PROCESSORS, gibibytes(1)), 7, "ResourceType 4 cannot be taken from processor/host");
            assertRefused(
                    createChild(
                            PoolPath.of(PoolId.host(PoolKind.SERIAL)),
                            Settings.resource(21).with("Reservation", 1)),
                    7,
                    "ResourceType 21");
            assertRefused(createChild(MEMORY, gibibytes(0)), 4097, "at least one byte");
            assertRefused(createChild(MEMORY, Settings.resource(4)), 4097, "give Reservation");
            assertRefused(createChild(MEMORY, Settings.resource(4).with("Reservation", 1)), 5, "has no unit");
            assertRefused(
                    createChild(
                            MEMORY,
                            Settings.resource(4)
                                    .with("AllocationUnits", "percent")
                                    .with("Reservation", 1)),
                    5,
                    "no unit of memory");
            assertRefused(createChild(MEMORY, gibibytes(1).with("Limit", 2)), 5, "Limit = 2 cannot be had");
            assertRefused(
                    createChild(PoolPath.of(PoolId.storage("none")), gibibytes(1)), 5, "there is no resource pool");
            assertRefused(call("CreateChildResourcePool"), 5, "Settings is empty");
            assertRefused(
                    call(
                            "CreateChildResourcePool",
                            settings("Settings", List.of(gibibytes(1), gibibytes(1))),
                            references("ParentPool", List.of(MEMORY))),
                    5,
                    "give one for each");
        }
    }

    @Nested
    class DeleteResourcePool {
        @Test
        @Requirement({"VMADM5", "DSP1041 8.2.5"})
        void whatWasSetAsideIsTheParentsAgain() throws Exception {
            CimInstancePath pool = child(8);

            assertThat(call("DeleteResourcePool", reference("Pool", pool)).code())
                    .isZero();

            assertThat(server.get(MEMORY).number(RESERVED)).isZero();
        }

        @Test
        @Requirement({"VMADM5", "DSP1041 8.2.5"})
        void oneOfWhichSomethingIsHeldIsInUse() throws Exception {
            CimInstancePath pool = child(8);
            createChild(pool, gibibytes(1));

            Reply reply = call("DeleteResourcePool", reference("Pool", pool));

            assertThat(reply.code()).isEqualTo(6);
            assertThat(cause(reply)).contains("hold something of it");
        }

        @Test
        void theHostsOwnStays() throws Exception {
            assertRefused(call("DeleteResourcePool", reference("Pool", MEMORY)), 5, "the host's own");
            assertRefused(call("DeleteResourcePool"), 5, "Pool is missing");
        }
    }

    @Nested
    class OfProcessors {
        private CimInstancePath made(int first, int last) throws CimException {
            Reply reply = call(
                    "CreateResourcePool",
                    argument("ElementName", CimValues.text("real time")),
                    argument("ResourceType", CimValues.text("3")),
                    references("HostResources", processors(first, last)));
            assertThat(reply.code()).isZero();
            return reply.path("Pool");
        }

        @Test
        @Requirement("DSP1041 8.2.3")
        void processorsOfTheHostMakeAPool() throws Exception {
            assertThat(server.get(made(4, 7)).number(CAPACITY)).isEqualTo(400L);
            assertThat(server.get(PROCESSORS).number(RESERVED)).isEqualTo(400L);
        }

        @Test
        @Requirement({"DSP1041 8.2.6", "DSP1041 8.2.7"})
        void processorsAreAddedAndTakenAway() throws Exception {
            CimInstancePath pool = made(4, 5);

            assertThat(call(
                                    "AddResourcesToResourcePool",
                                    references("HostResources", processors(6, 7)),
                                    reference("Pool", pool))
                            .code())
                    .isZero();
            assertThat(server.get(pool).number(CAPACITY)).isEqualTo(400L);
            assertThat(call(
                                    "RemoveResourcesFromResourcePool",
                                    references("HostResources", processors(4, 6)),
                                    reference("Pool", pool))
                            .code())
                    .isZero();
            assertThat(server.associators(pool, "CIM_ConcreteComponent", "GroupComponent"))
                    .extracting(CimInstance::path)
                    .containsExactlyElementsOf(processors(7, 7));
        }

        @Test
        void whatIsAnotherPoolsIsInUse() throws Exception {
            made(4, 5);

            Reply reply = call("CreateResourcePool", references("HostResources", processors(5, 6)));

            assertThat(reply.code()).isEqualTo(6);
            assertThat(cause(reply)).contains("resource pool 'real time'");
        }

        @Test
        void oneThatWouldBeEmptyStaysAsItIs() throws Exception {
            CimInstancePath pool = made(4, 5);

            Reply reply = call(
                    "RemoveResourcesFromResourcePool",
                    references("HostResources", processors(4, 5)),
                    reference("Pool", pool));

            assertThat(reply.code()).isEqualTo(5);
            assertThat(cause(reply)).contains("DeleteResourcePool");
        }

        @Test
        void eachWrongInputHasItsReturnValue() throws Exception {
            assertRefused(
                    call("CreateResourcePool", argument("ResourceType", CimValues.text("4"))),
                    7,
                    "CreateChildResourcePool");
            assertRefused(call("CreateResourcePool"), 5, "HostResources is empty");
            assertRefused(
                    call(
                            "AddResourcesToResourcePool",
                            references("HostResources", processors(1, 1)),
                            reference("Pool", MEMORY)),
                    7,
                    "has no processors");
            assertRefused(
                    call(
                            "AddResourcesToResourcePool",
                            references("HostResources", processors(1, 1)),
                            reference("Pool", PROCESSORS)),
                    5,
                    "the host's own");
        }
    }

    @Nested
    class ChangeParentResourcePool {
        private Reply change(CimInstancePath child, CimInstancePath parent, Settings part) throws CimException {
            return call(
                    "ChangeParentResourcePool",
                    reference("ChildPool", child),
                    references("ParentPool", List.of(parent)),
                    settings("Settings", List.of(part)));
        }

        @Test
        @Requirement("DSP1041 8.2.8")
        void aChildGetsAnotherAmountFromAnotherParent() throws Exception {
            CimInstancePath first = child(16);
            CimInstancePath second = child(8);

            assertThat(change(second, first, gibibytes(4)).code()).isZero();

            assertThat(server.get(second).number(CAPACITY)).isEqualTo(4 * GIB);
            assertThat(server.get(first).number(RESERVED)).isEqualTo(4 * GIB);
            assertThat(server.get(MEMORY).number(RESERVED)).isEqualTo(16 * GIB);
        }

        @Test
        void tooMuchAndWrongTypesHaveTheirReturnValues() throws Exception {
            CimInstancePath child = child(8);

            assertThat(change(child, MEMORY, gibibytes(65)).code()).isEqualTo(8);
            assertThat(change(child, PROCESSORS, Settings.resource(3).with("Reservation", 1))
                            .code())
                    .isEqualTo(7);
            assertThat(change(child, child, gibibytes(1)).code()).isEqualTo(5);
            assertThat(change(MEMORY, child, gibibytes(1)).code()).isEqualTo(5);
            assertThat(server.get(child).number(CAPACITY)).isEqualTo(8 * GIB);
        }
    }
}

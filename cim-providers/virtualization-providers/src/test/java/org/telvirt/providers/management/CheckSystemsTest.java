package org.telvirt.providers.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.providers.rig.CimServer.argument;
import static org.telvirt.providers.rig.CimServer.references;
import static org.telvirt.providers.rig.CimServer.settings;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.Transition;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.simulated.SimulatedHostSettings;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.rig.Reply;
import org.telvirt.providers.rig.Settings;
import org.telvirt.traceability.Requirement;

@Requirement("DSP1042 8")
class CheckSystemsTest extends ManagementBench {
    /** Of the 4096 MiB that the host has. */
    private static final int MORE_THAN_HALF = 2560;

    @Override
    SimulatedHostSettings machine() {
        return super.machine().withMemory(ByteSize.ofMebibytes(4096));
    }

    private static Settings named(String name) {
        return Settings.of("CIM_VirtualSystemSettingData").with("ElementName", name);
    }

    private static Settings reserving(int mebibytes) {
        return Settings.resource(4)
                .with("VirtualQuantity", mebibytes)
                .with("Reservation", mebibytes)
                .with("AllocationUnits", "byte*2^20");
    }

    private SystemId defined(String name, int mebibytes) throws CimException {
        return resulting(server.manage(
                "DefineSystem",
                settings("SystemSettings", named(name)),
                settings("ResourceSettings", List.of(reserving(mebibytes)))));
    }

    private Reply check(List<SystemId> systems, CimArgument... more) throws CimException {
        List<CimInstancePath> paths = systems.stream().map(SystemPath::of).toList();
        List<CimArgument> arguments = new ArrayList<>(List.of(more));
        arguments.add(references("Systems", paths));
        return server.manage("CheckSystems", arguments.toArray(CimArgument[]::new));
    }

    private Reply check(List<Settings> systems, List<Settings> resources, CimValue owners) throws CimException {
        return server.manage(
                "CheckSystems",
                settings("SystemSettings", systems),
                settings("ResourceSettings", resources),
                argument("ResourceSystems", owners));
    }

    private static CimValue positions(int... positions) {
        List<CimValue> values = new ArrayList<>();
        for (int position : positions) {
            values.add(CimValues.uint32(position));
        }
        return new CimValue.Array(CimType.UINT32, List.copyOf(values));
    }

    private static void assertFits(Reply reply) {
        assertThat(reply.code()).isZero();
        assertThat(reply.output("Lacking")).isEqualTo(CimValues.texts(List.of()));
        assertThat(reply.output("Fits")).isEqualTo(CimValues.bool(true));
    }

    private static void assertLacks(Reply reply, String... reasons) {
        assertThat(reply.code()).isZero();
        assertThat(reply.output("Lacking")).isEqualTo(CimValues.texts(List.of(reasons)));
        assertThat(reply.output("Fits")).isEqualTo(CimValues.bool(false));
    }

    @Test
    @Requirement("VMADM3")
    void tellsThatEachOfTwoFitsAndBothDoNot() throws Exception {
        SystemId first = defined("hlr-1", MORE_THAN_HALF);
        SystemId second = defined("hlr-2", MORE_THAN_HALF);

        assertFits(check(List.of(first)));
        assertFits(check(List.of(second)));
        assertLacks(
                check(List.of(first, second)), "memory pool has 4096 MiB free, 5120 MiB reserved by their definitions");
    }

    @Test
    @Requirement({"VMADM2", "VMADM3"})
    void isRightAboutWhatAnActivationShows() throws Exception {
        SystemId first = defined("hlr-1", MORE_THAN_HALF);
        SystemId second = defined("hlr-2", MORE_THAN_HALF);
        bench.change(first, Transition.ACTIVATE);

        assertLacks(check(List.of(second)), "memory pool has 1536 MiB free, 2560 MiB reserved by its definition");
        assertThat(server.requestState(second, 2).code()).isEqualTo(4);
        assertFits(check(List.of(first)));

        bench.change(first, Transition.DEACTIVATE);
        assertFits(check(List.of(second)));
        assertThat(server.requestState(second, 2).code()).isZero();
    }

    @Test
    @Requirement("VMADM2")
    void checksASystemThatIsNotDefined() throws Exception {
        List<CimInstance> before = everything();

        assertFits(server.manage("CheckSystems", settings("ResourceSettings", List.of(reserving(4096)))));
        assertLacks(
                server.manage(
                        "CheckSystems",
                        settings("SystemSettings", List.of(named("large"))),
                        settings("ResourceSettings", List.of(reserving(4097)))),
                "memory pool has 4096 MiB free, 4097 MiB reserved by its definition");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    @Requirement("VMADM3")
    void checksSeveralThatAreNotDefinedBesideThoseThatAre() throws Exception {
        SystemId present = defined("present", 1024);
        List<Settings> systems = List.of(named("a"), named("b"));
        List<Settings> resources =
                List.of(reserving(1024), Settings.resource(3).with("VirtualQuantity", 2), reserving(MORE_THAN_HALF));

        assertFits(check(systems, resources, positions(1, 1, 0)));
        assertLacks(
                check(
                        List.of(present),
                        settings("SystemSettings", systems),
                        settings("ResourceSettings", resources),
                        argument("ResourceSystems", positions(1, 1, 0))),
                "memory pool has 4096 MiB free, 4608 MiB reserved by their definitions");
    }

    @Test
    void countsASystemThatIsNamedTwiceOnce() throws Exception {
        SystemId system = defined("hlr", MORE_THAN_HALF);

        assertFits(check(List.of(system, system)));
    }

    @Test
    void refusesWhatItCannotTellApart() throws Exception {
        List<Settings> systems = List.of(named("a"), named("b"));
        List<Settings> resources = List.of(reserving(64), reserving(64));

        assertRefused(
                server.manage(
                        "CheckSystems", settings("SystemSettings", systems), settings("ResourceSettings", resources)),
                "ResourceSystems has 0 elements and ResourceSettings has 2");
        assertRefused(
                check(systems, resources, positions(0, 2)),
                "ResourceSystems[1] is 2, and SystemSettings has 2 elements, the first of which is 0");
        assertRefused(check(systems, resources, positions(0)), "ResourceSystems has 1 elements");
        assertRefused(check(List.of()), "There is nothing to check; give Systems or SystemSettings");
    }

    @Test
    void refusesWhatCouldNeverBeDefined() throws Exception {
        Settings twice = Settings.resource(4).with("VirtualQuantity", 64).with("Reservation", 128);

        assertRefused(
                server.manage(
                        "CheckSystems",
                        settings("SystemSettings", List.of(named("possible"), named("odd"))),
                        settings("ResourceSettings", List.of(twice.with("AllocationUnits", "byte*2^20"))),
                        argument("ResourceSystems", positions(1))),
                "eserv");
    }

    /** Two halves of what a number of bytes can be, which together are more than it can be. */
    @Test
    void countsMoreThanCanBeCounted() throws Exception {
        int half = 1 << 30;
        Settings huge = Settings.resource(4)
                .with("VirtualQuantity", half)
                .with("Reservation", half)
                .with("AllocationUnits", "byte*2^32");

        Reply reply = check(List.of(named("a"), named("b"), named("c")), List.of(huge, huge, huge), positions(0, 1, 2));

        assertThat(reply.code()).isZero();
        assertThat(reply.output("Fits")).isEqualTo(CimValues.bool(false));
    }

    @Test
    void refusesASystemThatIsNotThere() throws Exception {
        SystemId system = defined("gone", 64);
        bench.facility().destroy(system);

        assertRefused(check(List.of(system)), "Systems: there is no virtual system");
    }

    private void assertRefused(Reply reply, String cause) throws CimException {
        assertThat(reply.code()).isEqualTo(4);
        assertThat(cause(reply)).contains(cause);
    }
}

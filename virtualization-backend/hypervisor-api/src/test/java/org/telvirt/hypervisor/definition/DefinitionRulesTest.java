package org.telvirt.hypervisor.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.hypervisor.definition.Disk.Bus;
import org.telvirt.hypervisor.definition.Disk.DeviceType;
import org.telvirt.hypervisor.definition.Disk.FileMedium;
import org.telvirt.hypervisor.definition.NetworkPort.Bridge;
import org.telvirt.hypervisor.definition.NetworkPort.UserNetwork;

class DefinitionRulesTest {
    private static final DomainDefinition GOOD =
            DomainDefinition.named("hlr-2", Processors.of(1), Memory.of(ByteSize.ofMebibytes(64)));

    private static Disk disk(String target, String path, Integer bootOrder) {
        return new Disk(target, DeviceType.DISK, Bus.VIRTIO, new FileMedium(path, "raw"), false, bootOrder);
    }

    private static NetworkPort port(String address, Integer bootOrder) {
        return new NetworkPort(address, new UserNetwork(), null, bootOrder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "hlr 2", "Größe-1", "名", "a.b", "-"})
    void acceptsAName(String name) {
        assertThat(DefinitionRules.violations(GOOD.withName(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/b", ".", "..", "a\nb", "a\u0000b", "a\u0085b", "a\uFFFFb", "a\uD800"})
    void refusesAName(String name) {
        assertThat(DefinitionRules.violations(GOOD.withName(name)))
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation).startsWith("name"));
    }

    @Test
    void measuresANameInBytes() {
        assertThat(DefinitionRules.violations(GOOD.withName("ä".repeat(100)))).isEmpty();
        assertThat(DefinitionRules.violations(GOOD.withName("ä".repeat(101))))
                .containsExactly("name has 202 bytes, at most 200 are allowed");
    }

    @Test
    void acceptsManyLinesOfDescriptionButNoControlCharacters() {
        assertThat(DefinitionRules.violations(GOOD.withDescription("one\n\ttwo\r\n<&>")))
                .isEmpty();
        assertThat(DefinitionRules.violations(GOOD.withDescription("bell\u0007")))
                .containsExactly("description has characters that cannot be written");
    }

    @Test
    void namesBothDisksWithOneTarget() {
        assertThat(DefinitionRules.violations(GOOD.withDisks(
                        List.of(disk("vda", "/a", null), disk("vdb", "/b", null), disk("vda", "/c", null)))))
                .containsExactly("disks[2].target vda is already that of disks[0].target");
    }

    @Test
    void letsManyDisksLeaveTheTargetOpen() {
        assertThat(DefinitionRules.violations(GOOD.withDisks(List.of(disk(null, "/a", null), disk(null, "/b", null)))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "VDA", "../a", "a", "vda vdb"})
    void refusesATarget(String target) {
        assertThat(DefinitionRules.violations(GOOD.withDisks(List.of(disk(target, "/a", null)))))
                .containsExactly("disks[0].target '" + target + "' is not a device name such as vda");
    }

    @Test
    void refusesARelativePath() {
        assertThat(DefinitionRules.violations(GOOD.withDisks(List.of(disk("vda", "images/a.raw", null)))))
                .containsExactly("disks[0].medium.path 'images/a.raw' is not absolute");
        assertThat(DefinitionRules.violations(GOOD.withConsoles(List.of(new Console("console.log")))))
                .containsExactly("consoles[0].logFile 'console.log' is not absolute");
    }

    @Test
    void namesBothPortsWithOneAddress() {
        assertThat(DefinitionRules.violations(GOOD.withNetworkPorts(
                        List.of(port("52:54:00:00:00:01", null), port("52:54:00:00:00:01", null)))))
                .containsExactly(
                        "networkPorts[1].address 52:54:00:00:00:01 is already that of networkPorts[0].address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "52:54:00:00:00",
                "52:54:00:00:00:0G",
                "52:54:00:AA:00:01",
                "01:00:5e:00:00:01",
                "ff:ff:ff:ff:ff:ff",
                "00:00:00:00:00:00",
                "525400000001"
            })
    void refusesAnAddress(String address) {
        assertThat(DefinitionRules.violations(GOOD.withNetworkPorts(List.of(port(address, null)))))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("networkPorts[0].address '" + address + "'");
    }

    @Test
    void comparesBootOrdersOfDisksAndPorts() {
        assertThat(DefinitionRules.violations(GOOD.withDisks(List.of(disk("vda", "/a", 1)))
                        .withNetworkPorts(List.of(port(null, 2), port(null, 1)))))
                .containsExactly("networkPorts[1].bootOrder 1 is already that of disks[0].bootOrder");
        assertThat(DefinitionRules.violations(GOOD.withDisks(List.of(disk("vda", "/a", 0)))))
                .containsExactly("disks[0].bootOrder 0 is less than 1");
    }

    @Test
    void wantsTheFarSideNamed() {
        assertThat(DefinitionRules.violations(
                        GOOD.withNetworkPorts(List.of(new NetworkPort(null, new Bridge(" "), null, null)))))
                .containsExactly("networkPorts[0].connection names nothing");
    }

    @Test
    void tellsEverythingAtOnce() {
        assertThat(DefinitionRules.violations(GOOD.withName("").withDisks(List.of(disk("x y", "b", 0)))))
                .hasSize(4);
    }

    @Test
    void letsNobodyFromElsewhereInWithoutAPassword() {
        assertThat(DefinitionRules.violations(GOOD.withDisplays(List.of(Display.LOCAL))))
                .isEmpty();
        assertThat(DefinitionRules.violations(GOOD.withDisplays(List.of(new Display("0.0.0.0", null, null)))))
                .containsExactly("displays[0].listen 0.0.0.0 can be reached from elsewhere and needs a password;"
                        + " or listen on 127.0.0.1");
        assertThat(DefinitionRules.violations(GOOD.withDisplays(List.of(new Display("::", 80, "much too long")))))
                .hasSize(2)
                .allSatisfy(violation -> assertThat(violation).doesNotContain("much too long"));
        assertThat(new Display("0.0.0.0", 5900, "secret").toString()).doesNotContain("secret");
    }

    @Test
    void letsATopologyMakeAsManyProcessorsAsThereAre() {
        Processors four = Processors.of(4).withTopology(new Processors.Topology(1, 2, 2));

        assertThat(DefinitionRules.violations(GOOD.withProcessors(four))).isEmpty();
        assertThat(DefinitionRules.violations(GOOD.withProcessors(four.withNumbers(2, 8))))
                .as("sockets take up the change")
                .isEmpty();
        assertThat(DefinitionRules.violations(GOOD.withProcessors(four.withNumbers(3, 3))))
                .containsExactly("processors.topology 1 sockets x 2 cores x 2 threads makes 4 processors,"
                        + " processors.maximum is 3");
    }

    @Test
    void forgetsThePlaceOfProcessorsThatAreGone() {
        Processors placed = Processors.of(4)
                .withPlacement(
                        Processors.Placement.ANYWHERE.with(0, NumberSet.of(1)).with(3, NumberSet.of(2)));

        assertThat(placed.withNumbers(2, 2).placement().each()).containsOnlyKeys(0);
        assertThat(placed.withNumbers(2, 4).placement().each()).containsOnlyKeys(0, 3);
    }

    @Test
    void asksForTheFirmwareThatTheMachineHas() {
        Platform x86 = Platform.DEFAULT.withArchitecture("x86_64", null);

        assertThat(DefinitionRules.violations(GOOD.withPlatform(x86.withFirmware(Platform.Firmware.OPEN_FIRMWARE))))
                .containsExactly("platform.firmware OPEN_FIRMWARE is not made for x86_64");
        assertThat(DefinitionRules.violations(GOOD.withPlatform(Platform.DEFAULT
                        .withArchitecture("ppc64", null)
                        .withFirmware(Platform.Firmware.OPEN_FIRMWARE))))
                .isEmpty();
        assertThat(x86.withFirmware(Platform.Firmware.EFI)
                        .withSecureBoot(true)
                        .withFirmware(Platform.Firmware.BIOS)
                        .secureBoot())
                .isFalse();
    }
}

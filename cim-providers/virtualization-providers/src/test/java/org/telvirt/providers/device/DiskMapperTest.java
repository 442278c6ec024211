package org.telvirt.providers.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.telvirt.providers.rig.ResourceSettings.EMPTY;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.BlockMedium;
import org.telvirt.hypervisor.definition.Disk.Bus;
import org.telvirt.hypervisor.definition.Disk.DeviceType;
import org.telvirt.hypervisor.definition.Disk.FileMedium;
import org.telvirt.hypervisor.definition.Disk.OtherMedium;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.providers.rig.ResourceSettings;
import org.telvirt.providers.rig.Settings;
import org.telvirt.traceability.Requirement;

@Requirement("DSP1047 7")
class DiskMapperTest {
    private static final Disk VDA =
            new Disk("vda", DeviceType.DISK, Bus.VIRTIO, new FileMedium("/images/a.qcow2", "qcow2"), false, 1);
    private static final DomainDefinition WITH_VDA = EMPTY.withDisks(List.of(VDA));

    private static Settings disk() {
        return Settings.resource(31);
    }

    private static Disk added(Settings settings) throws CimException {
        return ResourceSettings.add(EMPTY, settings).disks().get(0);
    }

    private static Disk changed(Settings settings) throws CimException {
        return ResourceSettings.change(WITH_VDA, "disk/vda", settings).disks().get(0);
    }

    @Nested
    class Describe {
        @Test
        void aDiskIsALogicalDiskOnAHostFile() {
            CimInstance settings = ResourceSettings.describe(WITH_VDA, "disk/vda");

            assertThat(settings.number(ResourceNames.RESOURCE_TYPE)).isEqualTo(31);
            assertThat(settings.value(ResourceNames.HOST_RESOURCE))
                    .isEqualTo(CimValues.texts("file:///images/a.qcow2"));
            assertThat(settings.text(ResourceNames.HOST_EXTENT_NAME)).isEqualTo("/images/a.qcow2");
            assertThat(settings.number(ResourceNames.HOST_EXTENT_NAME_FORMAT)).isEqualTo(12);
            assertThat(settings.number(ResourceNames.HOST_EXTENT_NAME_NAMESPACE))
                    .isEqualTo(8);
            assertThat(settings.text(ResourceNames.IMAGE_FORMAT)).isEqualTo("qcow2");
            assertThat(settings.text(ResourceNames.ADDRESS_ON_PARENT)).isEqualTo("vda");
            assertThat(settings.text(ResourceNames.RESOURCE_SUB_TYPE)).isEqualTo("Telvirt:virtio");
            assertThat(settings.number(ResourceNames.ACCESS)).isEqualTo(3);
        }

        @ParameterizedTest
        @CsvSource({"DISK, 31", "CDROM, 15", "FLOPPY, 14"})
        void theDriveDecidesTheResourceType(DeviceType device, long type) {
            Disk drive = new Disk("sda", device, null, null, true, null);
            CimInstance settings = ResourceSettings.describe(EMPTY.withDisks(List.of(drive)), "disk/sda");

            assertThat(settings.number(ResourceNames.RESOURCE_TYPE)).isEqualTo(type);
            assertThat(settings.number(ResourceNames.ACCESS)).isEqualTo(1);
            assertThat(settings.value(ResourceNames.HOST_RESOURCE)).isNull();
        }

        @Test
        void storageThatIsNoFileHasNoUri() {
            Disk disk = new Disk("vda", DeviceType.DISK, Bus.OTHER, new OtherMedium("rbd:pool/a"), false, null);
            CimInstance settings = ResourceSettings.describe(EMPTY.withDisks(List.of(disk)), "disk/vda");

            assertThat(settings.text(ResourceNames.HOST_EXTENT_NAME)).isEqualTo("rbd:pool/a");
            assertThat(settings.value(ResourceNames.HOST_RESOURCE)).isNull();
            assertThat(settings.value(ResourceNames.HOST_EXTENT_NAME_FORMAT)).isNull();
        }
    }

    @Nested
    class AnotherOne {
        @ParameterizedTest
        @CsvSource({
            "file:///images/a.img,          /images/a.img",
            "file:/images/a.img,            /images/a.img",
            "file://localhost/images/a.img, /images/a.img",
            "/images/a.img,                 /images/a.img",
            "file:///images/a%20b.img,      /images/a b.img"
        })
        void aFileIsNamedByUriOrPath(String resource, String path) throws CimException {
            assertThat(added(disk().withOnly("HostResource", resource)).medium())
                    .isEqualTo(new FileMedium(path, null));
        }

        @Test
        void aFileUnderDevIsADevice() throws CimException {
            assertThat(added(disk().withOnly("HostResource", "file:///dev/sdb")).medium())
                    .isEqualTo(new BlockMedium("/dev/sdb", null));
        }

        @Test
        void theExtentNameNamesItAsWell() throws CimException {
            Settings settings = disk().with("HostExtentName", "/images/b.img").with("ImageFormat", "qcow2");

            assertThat(added(settings).medium()).isEqualTo(new FileMedium("/images/b.img", "qcow2"));
        }

        @Test
        void theRestIsLeftToTheEngine() throws CimException {
            assertThat(added(disk().withOnly("HostResource", "/a")))
                    .isEqualTo(new Disk(null, DeviceType.DISK, null, new FileMedium("/a", null), false, null));
        }

        @ParameterizedTest
        @CsvSource({"31, DISK", "17, DISK", "19, DISK", "15, CDROM", "16, CDROM", "14, FLOPPY"})
        void theResourceTypeDecidesTheDrive(int type, DeviceType device) throws CimException {
            assertThat(added(Settings.resource(type).withOnly("HostResource", "/a"))
                            .device())
                    .isEqualTo(device);
        }

        @Test
        void aCdDriveMayBeEmptyAndIsReadOnly() throws CimException {
            assertThat(added(Settings.resource(15)))
                    .isEqualTo(new Disk(null, DeviceType.CDROM, null, null, true, null));
        }

        @Test
        void aDiskWithoutStorageIsRefusedWithTheCure() {
            assertThatThrownBy(() -> added(disk()))
                    .hasMessage("ResourceSettings[0]: a disk needs HostResource: the file or device of the host that it"
                            + " is on, such as file:///var/lib/images/a.img");
        }

        @ParameterizedTest
        @ValueSource(strings = {"http://host/a.img", "a.img", "file://elsewhere/a.img", "file:a.img", "%", "nfs:/a"})
        void storageThatIsNoFileOfTheHostIsRefused(String resource) {
            assertThatThrownBy(() -> added(disk().withOnly("HostResource", resource)))
                    .hasMessageContaining("'" + resource + "' is no file or device of the host");
        }

        @Test
        void twoPlacesAreRefused() {
            Settings settings = disk().withOnly("HostResource", "/a").with("HostExtentName", "/b");

            assertThatThrownBy(() -> added(settings)).hasMessageContaining("/a and HostExtentName /b are two places");
        }

        @Test
        void severalHostResourcesAreRefused() {
            Settings settings = disk().with("HostResource", CimValues.texts("/a", "/b"));

            assertThatThrownBy(() -> added(settings)).hasMessageContaining("HostResource has 2 entries; give one");
        }

        @ParameterizedTest
        @EnumSource(value = Bus.class, names = "OTHER", mode = EnumSource.Mode.EXCLUDE)
        void theSubTypeIsTheBusWithOrWithoutOurName(Bus bus) throws CimException {
            Settings plain = disk().withOnly("HostResource", "/a").with("ResourceSubType", bus.name());
            Settings ours = disk().withOnly("HostResource", "/a").with("ResourceSubType", "Telvirt:" + bus.name());

            assertThat(added(plain).bus()).isEqualTo(bus);
            assertThat(added(ours).bus()).isEqualTo(bus);
        }

        @ParameterizedTest
        @ValueSource(strings = {"nvme-of", "OTHER", "Telvirt:"})
        void aBusThatIsNotKnownIsRefused(String bus) {
            assertThatThrownBy(() -> added(disk().withOnly("HostResource", "/a").with("ResourceSubType", bus)))
                    .hasMessageContaining("ResourceSubType '" + bus + "' is no bus of drives; give Telvirt:virtio");
        }

        @ParameterizedTest
        @CsvSource({"1, true", "3, false", "0, false"})
        void accessDecidesWhetherItCanBeWritten(int access, boolean readOnly) throws CimException {
            Settings settings = disk().withOnly("HostResource", "/a").with("Access", CimValues.uint16(access));

            assertThat(added(settings).readOnly()).isEqualTo(readOnly);
        }

        @Test
        void writingWithoutReadingIsRefused() {
            Settings settings = disk().withOnly("HostResource", "/a").with("Access", CimValues.uint16(2));

            assertThatThrownBy(() -> added(settings)).hasMessageContaining("Access 2 cannot be had");
        }

        @Test
        void theDefaultOfTheClassIsNoWish() throws CimException {
            Settings settings = Settings.of("CIM_StorageAllocationSettingData")
                    .with("VirtualQuantityUnits", "count(fixed size block)")
                    .withOnly("HostResource", "/a");

            assertThat(added(settings).medium()).isEqualTo(new FileMedium("/a", null));
        }

        @Test
        void aSizeIsRefusedAsLongAsNoImageIsMade() {
            Settings settings = disk().withOnly("HostResource", "/a").with("VirtualQuantity", 1000);

            assertThatThrownBy(() -> added(settings)).hasMessageContaining("VirtualQuantity = 1000 cannot be had");
        }
    }

    @Nested
    class Change {
        @Test
        void silenceLeavesAllAsItIs() throws CimException {
            assertThat(changed(disk())).isEqualTo(VDA);
        }

        @Test
        void whatIsReadBackAndSentAgainChangesNothing() throws CimException {
            CimInstance settings = ResourceSettings.describe(WITH_VDA, "disk/vda");

            assertThat(ResourceSettings.request(settings).change(WITH_VDA, "disk/vda"))
                    .isEqualTo(WITH_VDA);
        }

        @Test
        void oneOfTheTwoNamesOfThePlaceIsEnoughToChangeIt() throws CimException {
            CimInstance settings = ResourceSettings.describe(WITH_VDA, "disk/vda");
            List<CimProperty> properties = settings.properties().stream()
                    .map(property -> property.name().equals(ResourceNames.HOST_EXTENT_NAME)
                            ? property.withValue(CimValues.text("/images/new.img"))
                            : property)
                    .filter(property -> !property.name().equals(ResourceNames.IMAGE_FORMAT))
                    .toList();

            assertThat(ResourceSettings.request(settings.withProperties(properties))
                            .change(WITH_VDA, "disk/vda")
                            .disks()
                            .get(0)
                            .medium())
                    .isEqualTo(new FileMedium("/images/new.img", null));
        }

        @Test
        void theFormatCanBeChangedAlone() throws CimException {
            assertThat(changed(disk().with("ImageFormat", "raw")).medium())
                    .isEqualTo(new FileMedium("/images/a.qcow2", "raw"));
        }

        @Test
        void anotherKindOfDriveIsRefused() {
            assertThatThrownBy(() -> changed(Settings.resource(15)))
                    .hasMessageContaining("ResourceType 15 is another kind of drive than it is");
        }

        @Test
        void theTargetOfAnotherDriveIsRefused() {
            Disk other = new Disk("vdb", DeviceType.DISK, Bus.VIRTIO, new FileMedium("/b", null), false, null);
            DomainDefinition two = EMPTY.withDisks(List.of(VDA, other));

            assertThatThrownBy(() -> ResourceSettings.change(two, "disk/vda", disk().with("AddressOnParent", "vdb")))
                    .hasMessageContaining("there is a drive disk/vdb already");
        }

        @Test
        void storageThatIsNoFileStaysWhenItIsSentBack() throws CimException {
            Disk network = new Disk("vda", DeviceType.DISK, Bus.OTHER, new OtherMedium("rbd:pool/a"), false, null);
            DomainDefinition definition = EMPTY.withDisks(List.of(network));
            CimInstance settings = ResourceSettings.describe(definition, "disk/vda");

            assertThat(ResourceSettings.request(settings).change(definition, "disk/vda"))
                    .isEqualTo(definition);
        }
    }
}

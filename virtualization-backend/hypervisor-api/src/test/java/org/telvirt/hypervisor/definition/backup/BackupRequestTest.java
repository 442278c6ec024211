package org.telvirt.hypervisor.definition.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.Disk.DeviceType;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Memory;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.definition.backup.BackupRequest.Files;
import org.telvirt.hypervisor.definition.backup.BackupRequest.Format;

class BackupRequestTest {
    private static final BackupRequest FULL = BackupRequest.full("/backups");

    private static DomainDefinition with(Disk... disks) {
        return DomainDefinition.named("web", Processors.of(1), Memory.of(ByteSize.ofMebibytes(64)))
                .withDisks(List.of(disks));
    }

    private static Disk disk(String target) {
        return Disk.of(target, new Disk.FileMedium("/images/" + target, "qcow2"));
    }

    private static BackupRequest into(Map<String, String> files) {
        return FULL.withDestination(new Files(new TreeMap<>(files)));
    }

    @Nested
    class Destination {
        @Test
        void ofAllDisksLeavesOutWhatIsNoDiskOrEmpty() {
            DomainDefinition definition = with(
                    disk("vdb"),
                    disk("vda"),
                    disk("sda").withDevice(DeviceType.CDROM),
                    disk("vdc").withMedium(null));

            assertThat(FULL.violations(definition)).isEmpty();
            assertThat(FULL.files(definition))
                    .containsExactlyEntriesOf(
                            new TreeMap<>(Map.of("vda", "/backups/web-vda.qcow2", "vdb", "/backups/web-vdb.qcow2")));
        }

        @Test
        void saysTheFormatAndKeepsToTheFolder() {
            DomainDefinition definition = with(disk("vda")).withName("a/../b");

            assertThat(BackupRequest.full("/backups/").withFormat(Format.RAW).files(definition))
                    .containsValue("/backups/a_.._b-vda.raw");
        }

        @Test
        void mayBeAFileForEach() {
            BackupRequest request = into(Map.of("vdb", "/b", "vda", "/a"));

            assertThat(request.violations()).isEmpty();
            assertThat(request.files(with(disk("vda"), disk("vdb"), disk("vdc"))))
                    .containsOnlyKeys("vda", "vdb");
        }

        @Test
        void mustBeOfDisksThatAreThere() {
            assertThat(into(Map.of("vdb", "/b")).violations(with(disk("vda"))))
                    .containsExactly("destination: it has no disk 'vdb', but vda");
            assertThat(FULL.violations(with())).containsExactly("destination: it has no disk with anything in it");
        }

        @ParameterizedTest
        @ValueSource(strings = {"relative", "", "/a\nb", "/folder/"})
        void mustBeAnAbsolutePath(String path) {
            assertThat(into(Map.of("vda", path)).violations()).hasSize(1);
        }

        @Test
        void mustNotBeSharedNorNone() {
            assertThat(into(Map.of("vda", "/a", "vdb", "/a")).violations())
                    .containsExactly("destination: two disks cannot share the file '/a'");
            assertThat(into(Map.of()).violations()).containsExactly("destination: no disk is named");
        }
    }

    @Nested
    class Sense {
        @Test
        void isMadeByAFullOneAndByOneSinceACheckpoint() {
            assertThat(FULL.violations()).isEmpty();
            assertThat(FULL.withSince("monday").withCheckpoint("tuesday").violations())
                    .isEmpty();
        }

        @Test
        void isNotMadeByWhatNobodyCanDo() {
            assertThat(FULL.withSince("monday").withFormat(Format.RAW).violations())
                    .containsExactly("format: a raw file cannot say what has changed; ask for qcow2");
            assertThat(FULL.withSince("monday").withCheckpoint("monday").violations())
                    .hasSize(1);
            assertThat(FULL.withBandwidth(new DataRate(0)).violations())
                    .containsExactly("bandwidth: nothing gets through none");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a b", "a/b", "-a", "\u00e4", "a\n"})
        void isNotMadeByThisNameOfACheckpoint(String name) {
            assertThat(FULL.withCheckpoint(name).violations()).hasSize(1);
        }
    }

    @Test
    void saysWhatItNeedsOfAnEngine() {
        assertThat(FULL.needs()).containsExactly(BackupFeature.BACKUP);
        assertThat(FULL.withSince("a")
                        .withCheckpoint("b")
                        .withBandwidth(DataRate.ofMebibytes(1))
                        .withQuiesce(true)
                        .needs())
                .containsExactlyInAnyOrder(BackupFeature.values());
    }
}

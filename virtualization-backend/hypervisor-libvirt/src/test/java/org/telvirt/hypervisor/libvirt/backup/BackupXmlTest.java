package org.telvirt.hypervisor.libvirt.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.telvirt.hypervisor.definition.backup.BackupRequest;
import org.telvirt.hypervisor.definition.backup.Checkpoint;

class BackupXmlTest {
    private static final BackupRequest FULL = BackupRequest.full("/backups");

    @Test
    void asksForAFullBackup() {
        assertThat(BackupXml.backup(FULL, new TreeMap<>(Map.of("vda", "/backups/a & b.partial"))))
                .isEqualTo("<domainbackup mode='push'><disks><disk name='vda' backup='yes' type='file'>"
                        + "<driver type='qcow2'/><target file='/backups/a &amp; b.partial'/></disk></disks>"
                        + "</domainbackup>");
    }

    @Test
    void asksForWhatHasChanged() {
        assertThat(BackupXml.backup(FULL.withSince("monday"), Map.of()))
                .startsWith("<domainbackup mode='push'><incremental>monday</incremental>");
    }

    @Test
    void asksForACheckpointOfTheDisksThatAreCopied() {
        assertThat(BackupXml.checkpoint("monday", List.of("vda")))
                .isEqualTo("<domaincheckpoint><name>monday</name><disks><disk name='vda' checkpoint='bitmap'/></disks>"
                        + "</domaincheckpoint>");
    }

    @Test
    void readsACheckpoint() throws Exception {
        Checkpoint read = BackupXml.readCheckpoint("""
                <domaincheckpoint>
                  <name>tuesday</name>
                  <parent><name>monday</name></parent>
                  <creationTime>1795000000</creationTime>
                  <disks>
                    <disk name='vda' checkpoint='bitmap' bitmap='tuesday'/>
                    <disk name='sda' checkpoint='no'/>
                  </disks>
                </domaincheckpoint>
                """);

        assertThat(read.name()).isEqualTo("tuesday");
        assertThat(read.parent()).isEqualTo("monday");
        assertThat(read.time()).isEqualTo(Instant.ofEpochSecond(1795000000));
        assertThat(read.disks()).containsExactly("vda");
    }

    @Test
    void findsTheFilesThatAreBeingWritten() throws Exception {
        assertThat(BackupXml.files("""
                        <domainbackup mode='push'>
                          <disks>
                            <disk name='vda' backup='yes' type='file'><target file='/a'/></disk>
                            <disk name='vdb' backup='no'/>
                          </disks>
                        </domainbackup>
                        """)).containsExactly("/a");
    }
}

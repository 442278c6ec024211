package org.telvirt.hypervisor.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.HypervisorException.Reason;

class LibvirtHypervisorTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void givesItsThreadBack() throws InterruptedException {
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "qemu+unix:///system?socket=/nowhere/libvirt-sock, './telvirt setup-host' starts it",
                "qemu+tcp://127.0.0.1:1/system, Does libvirtd run there with --listen and listen_tcp = 1?"
            })
    void saysWhereItFoundNobody(String uri, String cure) {
        HypervisorException refusal = catchThrowableOfType(
                HypervisorException.class, () -> new LibvirtHypervisor(uri, threads, InstantSource.system()));

        assertThat(refusal.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(refusal)
                .hasMessageStartingWith("Cannot connect to libvirt at '" + uri + "': ")
                .hasMessageEndingWith(cure);
    }

    @Test
    void isUnavailableWhenClosed() throws HypervisorException {
        LibvirtHypervisor engine = new LibvirtHypervisor("test:///default", threads, InstantSource.system());
        engine.close();

        assertThat(catchThrowableOfType(HypervisorException.class, engine::domains)
                        .reason())
                .isEqualTo(Reason.UNAVAILABLE);
    }

    @Test
    void closesTwice() throws HypervisorException {
        LibvirtHypervisor engine = new LibvirtHypervisor("test:///default", threads, InstantSource.system());

        engine.close();
        engine.close();
    }
}

package org.telvirt.cimom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cim.CimValues.text;
import static org.telvirt.cim.CimValues.texts;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimPropertyDeclaration;
import org.telvirt.cim.CimType;
import org.telvirt.cim.operation.CreateClass;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cimom.fleet.Boxes;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.store.MemoryStore;

/** Bounds that only a wrong order of growth breaks; the figures are published. */
class StoredSpeedTest {
    private static final int INSTANCES = 10_000;
    private static final int CLASSES = 1_631;

    private static CimInstance kilobyte(int number) {
        return Boxes.box(
                "box-" + number,
                CimProperty.of(Boxes.LABEL, text("x".repeat(900))),
                CimProperty.of(name("Notes"), texts(List.of("one", "two", "three"))));
    }

    private static long millis(long since) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    }

    @Test
    void instancesAreMadeReadAndBroughtBackInTimeThatGrowsWithTheirNumber(TestReporter reporter) throws CimException {
        MemoryStore store = new MemoryStore();
        TestServer server = TestServer.over(store);
        long start = System.nanoTime();
        for (int i = 0; i < INSTANCES; i++) {
            Boxes.create(server, kilobyte(i));
        }
        long made = millis(start);

        start = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            assertThat(server.execute(new EnumerateInstances(FleetNames.ROOT_VIRT, Boxes.THING, true, InstanceView.ALL))
                            .toList())
                    .hasSize(INSTANCES);
        }
        long read = millis(start);

        start = System.nanoTime();
        TestServer again = TestServer.over(store);
        long recalled = millis(start);
        assertThat(Boxes.get(again, Boxes.path("box-9999")).text(Boxes.LABEL)).hasSize(900);

        reporter.publishEntry("10,000 instances made, ms", String.valueOf(made));
        reporter.publishEntry("10,000 instances read ten times, ms", String.valueOf(read));
        reporter.publishEntry("10,000 instances brought back, ms", String.valueOf(recalled));
        assertThat(Duration.ofMillis(made + read + recalled)).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void classesAreAddedOneByOneWithoutBuildingAllOthersAnew(TestReporter reporter) throws CimException {
        TestServer server = TestServer.over(new MemoryStore());
        long start = System.nanoTime();
        for (int i = 0; i < CLASSES; i++) {
            CimName superclass = i % 5 == 0 ? name("CIM_LogicalElement") : name("Test_New" + (i - 1));
            server.execute(new CreateClass(FleetNames.ROOT_VIRT, numbered(i, superclass)));
        }
        long added = millis(start);

        reporter.publishEntry("1,631 classes added, ms", String.valueOf(added));
        assertThat(Duration.ofMillis(added)).isLessThan(Duration.ofSeconds(60));
    }

    private static CimClass numbered(int number, CimName superclass) {
        return new CimClass(
                name("Test_New" + number),
                superclass,
                List.of(),
                List.of(new CimPropertyDeclaration(
                        name("Property" + number), CimDataType.of(CimType.STRING), null, List.of(), null, false)),
                List.of());
    }
}

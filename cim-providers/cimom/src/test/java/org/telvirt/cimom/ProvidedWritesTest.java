package org.telvirt.cimom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cim.CimValues.text;
import static org.telvirt.cim.CimValues.uint32;
import static org.telvirt.cimom.fleet.Failures.assertFails;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.ModifyInstance;
import org.telvirt.cim.operation.SetProperty;
import org.telvirt.cimom.fleet.Boxes;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.store.MemoryStore;
import org.telvirt.traceability.Requirement;

/** Instances that a provider makes, changes and removes. */
@Requirement({"DSP0200 5.4.2.4", "DSP0200 5.4.2.6", "DSP0200 5.4.2.8"})
class ProvidedWritesTest {
    private static final CimNamespace VIRT = FleetNames.ROOT_VIRT;

    /** Boxes that get their key from the provider; keeps what it was asked for. */
    private static final class Shop implements InstanceProvider {
        private final Map<CimInstancePath, CimInstance> boxes = new LinkedHashMap<>();
        private final List<CimInstance> asked = new ArrayList<>();

        @Override
        public CimName className() {
            return Boxes.BOX;
        }

        @Override
        public CimCursor<CimInstance> enumerate(CallContext context) {
            return CimCursor.of(boxes.values());
        }

        @Override
        public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
            return boxes.get(path.in(null));
        }

        @Override
        public CimInstancePath create(CimInstance instance, CallContext context) throws CimException {
            asked.add(instance);
            if ("taken".equals(instance.text(Boxes.LABEL))) {
                throw new CimException(CimStatus.ALREADY_EXISTS, "taken");
            }
            CimInstancePath path = Boxes.path("made-" + boxes.size());
            boxes.put(path, CimInstance.of(Boxes.BOX).withKeys(path).at(path));
            return path;
        }

        @Override
        public void modify(CimInstance changes, CallContext context) {
            asked.add(changes);
        }

        @Override
        public void delete(CimInstancePath path, CallContext context) {
            boxes.remove(path.in(null));
        }
    }

    private final Shop shop = new Shop();
    private final MemoryStore store = new MemoryStore();
    private final TestServer server = TestServer.with(
            List.of(new ProviderSet(Set.of(VIRT), List.of(shop), List.of(), List.of())), parts -> parts.store(store));

    private CimInstancePath make() throws CimException {
        return Boxes.create(
                server, CimInstance.of(Boxes.BOX).with(Boxes.LABEL, "red").build());
    }

    @Test
    void areMadeWithDefaultsAndGetTheirPathFromTheProvider() throws CimException {
        CimInstancePath made = make();

        assertThat(made).isEqualTo(TestServer.full(Boxes.path("made-0")));
        assertThat(shop.asked).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isNull();
            assertThat(asked.property(Boxes.ID)).isNull();
            assertThat(asked.text(Boxes.LABEL)).isEqualTo("red");
            assertThat(asked.value(Boxes.SIZE)).isEqualTo(uint32(7));
        });
        assertThat(Boxes.get(server, made).path()).isEqualTo(made);
    }

    @Test
    void areCheckedBeforeTheProviderIsAsked() {
        assertFails(
                CimStatus.INVALID_PARAMETER,
                () -> Boxes.create(server, Boxes.box("a", CimProperty.of(Boxes.SIZE, text("big")))));
        assertFails(
                CimStatus.NOT_FOUND,
                () -> server.execute(new ModifyInstance(VIRT, Boxes.path("none"), Boxes.box("none"), null)));
        assertThat(shop.asked).isEmpty();
    }

    @Test
    void areChangedByTheChangesAloneWithoutKeys() throws CimException {
        CimInstancePath path = make().in(null).on(null);
        CimInstance change = CimInstance.of(Boxes.BOX)
                .with(Boxes.ID, "made-0")
                .with(List.of(
                        new CimProperty(Boxes.SIZE, CimDataType.of(CimType.STRING), new CimValue.Lexical("3"), null)))
                .build();
        server.execute(new ModifyInstance(VIRT, path, change, Set.of(Boxes.SIZE, name("Open"))));
        server.execute(new SetProperty(VIRT, path, Boxes.SIZE, null));

        CimProperty none = new CimProperty(Boxes.SIZE, CimDataType.of(CimType.UINT32), null, null);
        assertThat(shop.asked).hasSize(3);
        assertThat(shop.asked.get(1).path()).isEqualTo(path.in(VIRT));
        assertThat(shop.asked.get(1).properties())
                .containsExactly(
                        none.withValue(uint32(3)),
                        new CimProperty(name("Open"), CimDataType.of(CimType.BOOLEAN), null, null));
        assertThat(shop.asked.get(2).properties()).containsExactly(none);
    }

    @Test
    void areRemovedByTheProvider() throws CimException {
        CimInstancePath path = make().in(null).on(null);
        server.execute(new DeleteInstance(VIRT, path));

        assertFails(CimStatus.NOT_FOUND, () -> server.execute(new DeleteInstance(VIRT, path)));
    }

    @Test
    void areOnRecordAndNotInTheStore() throws CimException {
        make();
        assertFails(
                CimStatus.ALREADY_EXISTS,
                () -> Boxes.create(
                        server,
                        CimInstance.of(Boxes.BOX).with(Boxes.LABEL, "taken").build()));

        assertThat(store.records()).hasSize(2);
        assertThat(store.records().get(0)).contains("\"status\":\"OK\"", "made-0");
        assertThat(store.records().get(1)).contains("\"status\":\"ALREADY_EXISTS\"");
        store.read("instances of root/virt", entry -> {
            throw new AssertionError(entry);
        });
    }
}

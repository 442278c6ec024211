package org.telvirt.cimom.fleet;

import static org.telvirt.cim.CimValues.text;
import static org.telvirt.cim.CimValues.uint16;
import static org.telvirt.cim.CimValues.uint16s;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimKey;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.provider.FixedInstances;
import org.telvirt.provider.InstanceProvider;

/** The instances of the fleet: a host, its service, virtual systems with two setting data each, and a profile. */
public final class Fleet {
    private final Map<String, Integer> systems = new ConcurrentSkipListMap<>();

    /** A virtual system more. */
    public Fleet with(String name, int enabledState) {
        systems.put(name, enabledState);
        return this;
    }

    public void remove(String name) {
        systems.remove(name);
    }

    public @Nullable Integer state(String name) {
        return systems.get(name);
    }

    public List<CimInstancePath> systems() {
        return systems.keySet().stream().map(Fleet::system).toList();
    }

    public static CimInstancePath host() {
        return named(FleetNames.HOST_SYSTEM, "host-1");
    }

    public static CimInstancePath system(String name) {
        return named(FleetNames.COMPUTER_SYSTEM, name);
    }

    private static CimInstancePath named(CimName className, String name) {
        return CimInstancePath.of(
                className,
                new CimKey(FleetNames.CREATION_CLASS_NAME, text(className.toString())),
                new CimKey(FleetNames.NAME, text(name)));
    }

    public static CimInstancePath service() {
        return CimInstancePath.of(
                FleetNames.SERVICE,
                new CimKey(FleetNames.SYSTEM_CREATION_CLASS_NAME, text(FleetNames.HOST_SYSTEM.toString())),
                new CimKey(FleetNames.SYSTEM_NAME, text("host-1")),
                new CimKey(FleetNames.CREATION_CLASS_NAME, text(FleetNames.SERVICE.toString())),
                new CimKey(FleetNames.NAME, text("management")));
    }

    public static CimInstancePath setting(String kind, String name) {
        return CimInstancePath.of(FleetNames.SETTING_DATA, FleetNames.INSTANCE_ID, "Telvirt:" + kind + ":" + name);
    }

    public static CimInstancePath profile() {
        return CimInstancePath.of(FleetNames.PROFILE, FleetNames.INSTANCE_ID, "CIM:DSP1057-VirtualSystem-1.0.0");
    }

    /** The name of the system that a setting data is for; null: it is of another kind or not of this form. */
    static @Nullable String nameIn(CimInstancePath setting, String kind) {
        String id = setting.text(FleetNames.INSTANCE_ID);
        String prefix = "Telvirt:" + kind + ":";
        return id != null && id.startsWith(prefix) ? id.substring(prefix.length()) : null;
    }

    InstanceProvider hosts() {
        CimInstance host = CimInstance.of(FleetNames.HOST_SYSTEM)
                .withKeys(host())
                .with(FleetNames.ELEMENT_NAME, "The host")
                .with(CimName.of("Dedicated"), uint16s(0, 2))
                .at(host());
        return new FixedInstances(FleetNames.HOST_SYSTEM, List.of(host));
    }

    InstanceProvider services() {
        CimInstance service =
                CimInstance.of(FleetNames.SERVICE).withKeys(service()).at(service());
        return new FixedInstances(FleetNames.SERVICE, List.of(service));
    }

    InstanceProvider profiles() {
        CimInstance profile = CimInstance.of(FleetNames.PROFILE)
                .with(FleetNames.INSTANCE_ID, "CIM:DSP1057-VirtualSystem-1.0.0")
                .with(CimName.of("RegisteredName"), "Virtual System")
                .with(CimName.of("RegisteredOrganization"), uint16(2))
                .with(CimName.of("RegisteredVersion"), "1.0.0")
                .with(CimName.of("AdvertiseTypes"), uint16s(2))
                .at(profile());
        return new FixedInstances(FleetNames.PROFILE, List.of(profile));
    }

    InstanceProvider computers() {
        return new Computers(systems);
    }

    InstanceProvider settings() {
        return new Settings(systems);
    }

    private record Computers(Map<String, Integer> systems) implements InstanceProvider {
        @Override
        public CimName className() {
            return FleetNames.COMPUTER_SYSTEM;
        }

        @Override
        public CimCursor<CimInstance> enumerate(CallContext context) {
            return CimCursor.of(systems.keySet()).map(this::instance);
        }

        @Override
        public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
            String name = path.text(FleetNames.NAME);
            boolean ours = FleetNames.COMPUTER_SYSTEM.toString().equals(path.text(FleetNames.CREATION_CLASS_NAME));
            return name == null || !ours ? null : instance(name);
        }

        private @Nullable CimInstance instance(String name) {
            Integer state = systems.get(name);
            return state == null
                    ? null
                    : CimInstance.of(FleetNames.COMPUTER_SYSTEM)
                            .withKeys(system(name))
                            .with(FleetNames.ELEMENT_NAME, name)
                            .with(FleetNames.ENABLED_STATE, uint16(state))
                            .at(system(name));
        }
    }

    private record Settings(Map<String, Integer> systems) implements InstanceProvider {
        @Override
        public CimName className() {
            return FleetNames.SETTING_DATA;
        }

        @Override
        public CimCursor<CimInstance> enumerate(CallContext context) {
            return CimCursor.of(systems.keySet())
                    .flatMap(name -> CimCursor.of(
                            List.of(instance(setting("state", name)), instance(setting("defined", name)))));
        }

        @Override
        public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
            String state = nameIn(path, "state");
            String name = state == null ? nameIn(path, "defined") : state;
            return name == null || !systems.containsKey(name) ? null : instance(path);
        }

        private static CimInstance instance(CimInstancePath path) {
            return CimInstance.of(FleetNames.SETTING_DATA)
                    .withKeys(path)
                    .with(CimName.of("Architecture"), "x86_64")
                    .at(path);
        }
    }
}

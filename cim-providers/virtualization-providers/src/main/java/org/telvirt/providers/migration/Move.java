package org.telvirt.providers.migration;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.facility.SystemId;
import org.telvirt.facility.SystemState;
import org.telvirt.facility.VirtualSystem;
import org.telvirt.facility.VirtualizationFacility;
import org.telvirt.hypervisor.definition.migration.MigrationRequest;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.Mode;
import org.telvirt.provider.Arguments;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.SystemPath;
import org.telvirt.providers.settings.SettingsReader;

/**
 * What a call of the migration service is about.
 *
 * @param host the destination as the client named it
 */
record Move(SystemId system, String host, MigrationRequest request) {
    /**
     * What the arguments say.
     *
     * @param isToSystem whether the destination is a reference
     * @throws CimException INVALID_PARAMETER; NOT_SUPPORTED: new settings of resources
     */
    static Move of(VirtualizationFacility facility, Arguments arguments, boolean isToSystem) throws CimException {
        SystemId id = system(arguments);
        VirtualSystem system = id == null ? null : facility.system(id);
        if (system == null) {
            throw CimException.invalidParameter(MigrationNames.COMPUTER_SYSTEM + " is "
                    + (id == null
                            ? "no virtual system; give the path of a Telvirt_ComputerSystem"
                            : id + ", of which there is none"));
        }
        String host = isToSystem ? hostOfSystem(arguments) : host(arguments);
        Mode usual = system.state() == SystemState.DEFINED ? Mode.RESTART : Mode.LIVE;
        CimInstance sent = arguments.embedded(MigrationNames.MIGRATION_SETTING_DATA);
        CimInstance settings =
                sent == null ? CimInstance.of(MigrationNames.TELVIRT_SETTINGS).build() : sent;
        MigrationRequest request = MigrationSettings.request(
                new SettingsReader(settings, MigrationNames.MIGRATION_SETTING_DATA.toString()), host, usual);
        requireNone(arguments.embeddeds(MigrationNames.NEW_RESOURCE_SETTING_DATA));
        return new Move(system.id(), host, request.withNewName(newName(arguments, system)));
    }

    /** The virtual system that a call is about; null: it cannot be told. */
    static @Nullable SystemId system(Arguments arguments) {
        CimInstancePath path = arguments.reference(MigrationNames.COMPUTER_SYSTEM);
        return path == null ? null : SystemPath.id(path);
    }

    private static String host(Arguments arguments) throws CimException {
        String host = arguments.text(MigrationNames.DESTINATION_HOST);
        if (host == null || host.isBlank()) {
            throw CimException.invalidParameter(
                    MigrationNames.DESTINATION_HOST + " says nothing; give the name or address of a host, or a URI");
        }
        return host.strip();
    }

    /** Of other hosts we have no instances; but a path says on which host its instance is. */
    private static String hostOfSystem(Arguments arguments) throws CimException {
        CimInstancePath path = arguments.reference(MigrationNames.DESTINATION_SYSTEM);
        String host = path == null ? null : path.host();
        if (host == null) {
            throw CimException.invalidParameter(MigrationNames.DESTINATION_SYSTEM + " is "
                    + (path == null ? "NULL" : "on this host") + "; give a path with the name of another host, such as "
                    + "//other.example/root/virt:Telvirt_HostSystem.CreationClassName=\"…\",Name=\"…\"");
        }
        return withoutPort(host);
    }

    private static String withoutPort(String host) {
        String bare = host.substring(host.indexOf('@') + 1);
        int end = bare.startsWith("[") ? bare.indexOf(']') : bare.indexOf(':');
        String name = end < 0 ? bare : bare.substring(0, end);
        return name.replace("[", "").toLowerCase(Locale.ROOT);
    }

    private static void requireNone(List<CimInstance> resources) throws CimException {
        if (!resources.isEmpty()) {
            throw CimException.notSupported(MigrationNames.NEW_RESOURCE_SETTING_DATA
                    + ": resources do not change on the way; change them before or after");
        }
    }

    /** Only the name may become another. */
    private static @Nullable String newName(Arguments arguments, VirtualSystem system) throws CimException {
        CimName parameter = MigrationNames.NEW_SYSTEM_SETTING_DATA;
        CimInstance settings = arguments.embedded(parameter);
        if (settings == null) {
            return null;
        }
        SettingsReader reader = new SettingsReader(settings, parameter.toString());
        String name = reader.text(ElementNames.ELEMENT_NAME);
        reader.finish();
        return name == null || name.equals(system.name()) ? null : name;
    }
}

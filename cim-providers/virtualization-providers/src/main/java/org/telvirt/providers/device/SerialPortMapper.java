package org.telvirt.providers.device;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.Console;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.providers.settings.SettingsReader;

/** Serial ports and their settings (DSP1059): HostResource is the file that keeps what the guest writes. */
public final class SerialPortMapper implements DeviceMapper<Console> {
    /** Its ResourceType. */
    public static final int SERIAL_PORT = 21;

    private static final CimValue TYPE = CimValues.uint16(SERIAL_PORT);

    @Override
    public List<Console> in(DomainDefinition definition) {
        return definition.consoles();
    }

    @Override
    public DomainDefinition put(DomainDefinition definition, List<Console> consoles) {
        return definition.withConsoles(consoles);
    }

    @Override
    public String name(Console console, int index) {
        return String.valueOf(index);
    }

    @Override
    public void describe(CimInstance.Builder settings, Console console) {
        String file = console.logFile();
        settings.with(ResourceNames.RESOURCE_TYPE, TYPE)
                .with(ResourceNames.HOST_RESOURCE, file == null ? null : CimValues.texts(HostFile.uri(file)));
    }

    @Override
    public Console apply(@Nullable Console present, SettingsReader settings) throws CimException {
        settings.accept(ResourceNames.VIRTUAL_QUANTITY_UNITS, CimValues.text(ProgrammaticUnit.COUNT));
        String resource = settings.onlyText(ResourceNames.HOST_RESOURCE);
        if (resource == null) {
            return present == null ? new Console(null) : present;
        }
        String path = HostFile.path(resource);
        if (path == null) {
            throw settings.refuse("HostResource '" + resource + "' is no file of the host; give its absolute path or"
                    + " file: URI, such as file:///var/log/guests/a.log");
        }
        return new Console(path);
    }
}

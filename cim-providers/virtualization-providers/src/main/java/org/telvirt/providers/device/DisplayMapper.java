package org.telvirt.providers.device;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.Display;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.providers.element.OrgId;
import org.telvirt.providers.settings.SettingsReader;

/** Graphical consoles and their settings: Address and Port of the host, and a password that is never shown. */
public final class DisplayMapper implements DeviceMapper<Display> {
    /** Its ResourceType. */
    public static final int GRAPHICS_CONTROLLER = 24;

    private static final CimValue TYPE = CimValues.uint16(GRAPHICS_CONTROLLER);
    private static final String VNC = OrgId.prefix("vnc");
    private static final int MOST_PORT = 0xFFFF;

    @Override
    public List<Display> in(DomainDefinition definition) {
        return definition.displays();
    }

    @Override
    public DomainDefinition put(DomainDefinition definition, List<Display> displays) {
        return definition.withDisplays(displays);
    }

    @Override
    public String name(Display display, int index) {
        return String.valueOf(index);
    }

    @Override
    public void describe(CimInstance.Builder settings, Display display) {
        Integer port = display.port();
        settings.with(ResourceNames.RESOURCE_TYPE, TYPE)
                .with(ResourceNames.RESOURCE_SUB_TYPE, VNC)
                .with(ResourceNames.ADDRESS, display.listen())
                .with(ResourceNames.PORT, CimValues.uint32(port == null ? 0 : port))
                .with(ResourceNames.PASSWORD_REQUIRED, CimValues.bool(display.password() != null));
    }

    @Override
    public Display apply(@Nullable Display present, SettingsReader settings) throws CimException {
        settings.accept(ResourceNames.VIRTUAL_QUANTITY_UNITS, CimValues.text(ProgrammaticUnit.COUNT));
        settings.accept(ResourceNames.VIRTUAL_QUANTITY, CimValues.uint64(1));
        settings.accept(ResourceNames.RESOURCE_SUB_TYPE, CimValues.text(VNC), CimValues.text("vnc"));
        Display before = present == null ? Display.LOCAL : present;
        String listen = settings.text(ResourceNames.ADDRESS);
        Integer port = before.port();
        int asked = settings.countOr(ResourceNames.PORT, port == null ? 0 : port, MOST_PORT);
        return new Display(
                listen == null ? before.listen() : listen,
                asked == 0 ? null : (Integer) asked,
                password(before.password(), settings));
    }

    private static @Nullable String password(@Nullable String present, SettingsReader settings) throws CimException {
        String password = settings.textOr(ResourceNames.PASSWORD, present);
        boolean required = settings.flag(ResourceNames.PASSWORD_REQUIRED, present != null);
        if (required == (present != null)) {
            return password;
        } else if (required && password == null) {
            throw settings.refuse("PasswordRequired needs a Password");
        }
        return required ? password : null;
    }
}

package org.telvirt.hypervisor.definition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.Disk.BlockMedium;
import org.telvirt.hypervisor.definition.Disk.FileMedium;
import org.telvirt.hypervisor.definition.Disk.Medium;
import org.telvirt.hypervisor.definition.NetworkPort.Bridge;
import org.telvirt.hypervisor.definition.NetworkPort.VirtualNetwork;

/** What every definition has to keep to, whatever the engine. Engines may ask for more. */
public final class DefinitionRules {
    /** The longest name, in bytes of UTF-8: engines make file names of it. */
    public static final int MAX_NAME_BYTES = 200;

    private static final Pattern MAC_ADDRESS = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");
    private static final Pattern TARGET = Pattern.compile("[a-z][a-z0-9]{1,15}");

    private final List<String> violations = new ArrayList<>();
    private final Map<Object, String> bootOrders = new HashMap<>();

    private DefinitionRules() {}

    /** What is wrong with a definition, each naming its field; empty: nothing. */
    public static List<String> violations(DomainDefinition definition) {
        DefinitionRules rules = new DefinitionRules();
        rules.checkName(definition.name());
        rules.checkText("description", definition.description());
        rules.checkDisks(definition.disks());
        rules.checkNetworkPorts(definition.networkPorts());
        for (int i = 0; i < definition.consoles().size(); i++) {
            rules.checkPath(
                    "consoles[" + i + "].logFile", definition.consoles().get(i).logFile());
        }
        return List.copyOf(rules.violations);
    }

    private void checkName(String name) {
        require(!name.isBlank(), "name is blank");
        require(name.indexOf('/') < 0 && !name.equals(".") && !name.equals(".."), "name '" + name + "' is a path");
        require(
                name.codePoints().allMatch(c -> isXmlCharacter(c) && !Character.isISOControl(c)),
                "name has characters that cannot be written");
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        require(length <= MAX_NAME_BYTES, "name has " + length + " bytes, at most " + MAX_NAME_BYTES + " are allowed");
    }

    private void checkDisks(List<Disk> disks) {
        Map<Object, String> targets = new HashMap<>();
        for (int i = 0; i < disks.size(); i++) {
            Disk disk = disks.get(i);
            String field = "disks[" + i + "]";
            String target = disk.target();
            if (target != null) {
                require(
                        TARGET.matcher(target).matches(),
                        field + ".target '" + target + "' is not a device name such as vda");
                unique(targets, field + ".target", target);
            }
            checkMedium(field + ".medium", disk.medium());
            checkBootOrder(field, disk.bootOrder());
        }
    }

    private void checkMedium(String field, @Nullable Medium medium) {
        if (medium instanceof FileMedium file) {
            checkPath(field + ".path", file.path());
        } else if (medium instanceof BlockMedium block) {
            checkPath(field + ".path", block.path());
        }
    }

    private void checkNetworkPorts(List<NetworkPort> ports) {
        Map<Object, String> addresses = new HashMap<>();
        for (int i = 0; i < ports.size(); i++) {
            NetworkPort port = ports.get(i);
            String field = "networkPorts[" + i + "]";
            String address = port.address();
            if (address != null) {
                require(
                        MAC_ADDRESS.matcher(address).matches() && isUnicast(address),
                        field + ".address '" + address + "' is not a unicast address such as 52:54:00:12:34:56");
                unique(addresses, field + ".address", address);
            }
            if (port.connection() instanceof VirtualNetwork || port.connection() instanceof Bridge) {
                require(!port.connection().name().isBlank(), field + ".connection names nothing");
            }
            checkText(field + ".connection", port.connection().name());
            checkText(field + ".model", port.model());
            checkBootOrder(field, port.bootOrder());
        }
    }

    private static boolean isUnicast(String address) {
        return (Character.digit(address.charAt(1), 16) & 1) == 0 && !address.equals("00:00:00:00:00:00");
    }

    private void checkBootOrder(String field, @Nullable Integer bootOrder) {
        if (bootOrder != null) {
            require(bootOrder >= 1, field + ".bootOrder " + bootOrder + " is less than 1");
            unique(bootOrders, field + ".bootOrder", bootOrder);
        }
    }

    private void checkPath(String field, @Nullable String path) {
        if (path != null) {
            require(path.startsWith("/"), field + " '" + path + "' is not absolute");
            checkText(field, path);
        }
    }

    private void checkText(String field, @Nullable String text) {
        require(text == null || isText(text), field + " has characters that cannot be written");
    }

    /** Whether XML 1.0 §2.2 can write it, which every engine's own form of a definition comes down to. */
    private static boolean isText(String text) {
        return text.codePoints().allMatch(DefinitionRules::isXmlCharacter);
    }

    private static boolean isXmlCharacter(int c) {
        if (c < 0x20) {
            return c == '\n' || c == '\r' || c == '\t';
        }
        return c < 0xD800 || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF);
    }

    private void unique(Map<Object, String> seen, String field, Object value) {
        String first = Objects.requireNonNullElse(seen.putIfAbsent(value, field), "");
        require(first.isEmpty(), field + " " + value + " is already that of " + first);
    }

    private void require(boolean holds, String violation) {
        if (!holds) {
            violations.add(violation);
        }
    }
}

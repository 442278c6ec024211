package org.telvirt.hypervisor.definition;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.FaultPolicy.Action;
import org.telvirt.hypervisor.definition.Memory.Management;
import org.telvirt.hypervisor.definition.Platform.Firmware;
import org.telvirt.hypervisor.definition.Processors.Placement;
import org.telvirt.hypervisor.definition.Processors.Policy;
import org.telvirt.hypervisor.definition.Processors.Quota;
import org.telvirt.hypervisor.definition.Processors.Scheduling;
import org.telvirt.hypervisor.definition.Processors.Topology;

/** What every definition has to keep to, whatever the engine. Engines may ask for more. */
public final class DefinitionRules {
    /** The longest name, in bytes of UTF-8: engines make file names of it. */
    public static final int MAX_NAME_BYTES = 200;

    private static final int LEAST_SHARES = 2;
    private static final int MOST_SHARES = 262_144;
    private static final int MOST_PRIORITY = 99;
    private static final Duration LEAST_PERIOD = Duration.ofMillis(1);
    private static final Duration MOST_PERIOD = Duration.ofSeconds(1);
    private static final Pattern FIRMWARE_ENTRY = Pattern.compile("opt/[A-Za-z0-9._/-]+");
    private static final int MOST_FIRMWARE_ENTRY = 55; // what fw_cfg has room for
    private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"']+");

    private final Violations violations = new Violations();

    private DefinitionRules() {}

    /** What is wrong with a definition, each naming its field; empty: nothing. */
    public static List<String> violations(DomainDefinition definition) {
        DefinitionRules rules = new DefinitionRules();
        rules.checkName(definition.name());
        rules.violations.text("description", definition.description());
        rules.checkPlatform(definition.platform());
        rules.checkProcessors(definition.processors());
        rules.checkMemory(definition.memory());
        new DeviceRules(rules.violations).check(definition);
        rules.checkBoot(definition.boot());
        rules.checkFaultPolicy(definition.faultPolicy());
        rules.violations.require(definition.automation().sequence() >= 0, "automation.sequence is negative");
        rules.violations.require(!definition.automation().delay().isNegative(), "automation.delay is negative");
        definition.metadata().forEach(rules::checkMetadata);
        return List.copyOf(rules.violations.found);
    }

    private void checkName(String name) {
        violations.require(!name.isBlank(), "name is blank");
        violations.require(
                name.indexOf('/') < 0 && !name.equals(".") && !name.equals(".."), "name '" + name + "' is a path");
        violations.require(
                name.codePoints().allMatch(c -> Violations.isXmlCharacter(c) && !Character.isISOControl(c)),
                "name has characters that cannot be written");
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        violations.require(
                length <= MAX_NAME_BYTES, "name has " + length + " bytes, at most " + MAX_NAME_BYTES + " are allowed");
    }

    private void checkPlatform(Platform platform) {
        violations.require(
                !platform.secureBoot() || platform.firmware() == Firmware.EFI,
                "platform.secureBoot needs the firmware EFI, not " + platform.firmware());
        violations.require(
                platform.firmware() != Firmware.OPEN_FIRMWARE
                        || platform.architecture() == null
                        || Platform.hasOpenFirmware(platform.architecture()),
                "platform.firmware OPEN_FIRMWARE is not made for " + platform.architecture());
        violations.text("platform.architecture", platform.architecture());
        violations.text("platform.machine", platform.machine());
    }

    private void checkProcessors(Processors processors) {
        Topology topology = processors.topology();
        if (topology != null) {
            boolean isPositive =
                    topology.sockets() > 0 && topology.dies() > 0 && topology.cores() > 0 && topology.threads() > 0;
            violations.require(isPositive, "processors.topology " + topology + " has a level of less than 1");
            violations.require(
                    !isPositive || topology.processors() == processors.maximum(),
                    "processors.topology " + topology + " makes " + topology.processors()
                            + " processors, processors.maximum is " + processors.maximum());
        }
        checkPlacement(processors.placement(), processors.maximum());
        checkScheduling(processors.scheduling());
    }

    private void checkPlacement(Placement placement, int maximum) {
        String field = "processors.placement.";
        checkNotEmpty(field + "any", placement.any());
        checkNotEmpty(field + "emulator", placement.emulator());
        placement.each().forEach((number, where) -> {
            violations.require(
                    number >= 0 && number < maximum,
                    field + "each names processor " + number + " of " + maximum + ", counted from 0");
            checkNotEmpty(field + "each[" + number + "]", where);
        });
        violations.require(placement.ioThreads() >= 0, field + "ioThreads is negative");
        placement.eachIoThread().forEach((number, where) -> {
            violations.require(
                    number >= 1 && number <= placement.ioThreads(),
                    field + "eachIoThread names thread " + number + " of " + placement.ioThreads()
                            + ", counted from 1");
            checkNotEmpty(field + "eachIoThread[" + number + "]", where);
        });
        violations.require(
                !placement.exclusive()
                        || placement.any() != null
                        || !placement.each().isEmpty(),
                field + "exclusive names no processors; give any or each");
    }

    private void checkNotEmpty(String field, @Nullable NumberSet numbers) {
        violations.require(numbers == null || !numbers.isEmpty(), field + " is empty");
    }

    private void checkScheduling(Scheduling scheduling) {
        String field = "processors.scheduling.";
        Policy policy = scheduling.policy();
        if (policy != null) {
            boolean isRealTime = policy.schedulingClass().isRealTime();
            int most = isRealTime ? MOST_PRIORITY : 0;
            violations.range(field + "policy.priority", policy.priority(), isRealTime ? 1 : 0, most);
        }
        if (scheduling.shares() != null) {
            violations.range(field + "shares", scheduling.shares(), LEAST_SHARES, MOST_SHARES);
        }
        checkQuota(field + "reservation", scheduling.reservation());
        checkQuota(field + "limit", scheduling.limit());
        Quota reservation = scheduling.reservation();
        Quota limit = scheduling.limit();
        violations.require(
                reservation == null || limit == null || reservation.share() <= limit.share(),
                field + "reservation " + reservation + " is more than the limit " + limit);
        Duration slice = scheduling.minimumSlice();
        checkPositive(field + "minimumSlice", slice);
        violations.require(
                slice == null || limit == null || limit.time().compareTo(slice) >= 0,
                field + "minimumSlice is longer than the time of the limit, " + limit);
        checkPositive(field + "interruptLatency", scheduling.interruptLatency());
    }

    private void checkQuota(String field, @Nullable Quota quota) {
        if (quota != null) {
            violations.require(
                    quota.period().compareTo(LEAST_PERIOD) >= 0
                            && quota.period().compareTo(MOST_PERIOD) <= 0,
                    field + ".period is not from 1 ms to 1 s");
            violations.require(quota.time().compareTo(LEAST_PERIOD) >= 0, field + ".time is shorter than 1 ms");
        }
    }

    private void checkPositive(String field, @Nullable Duration time) {
        violations.require(time == null || !(time.isNegative() || time.isZero()), field + " is not longer than 0");
    }

    private void checkMemory(Memory memory) {
        ByteSize reservation = memory.reservation();
        violations.require(
                reservation == null || reservation.compareTo(memory.size()) <= 0,
                "memory.reservation " + reservation + " is more than memory.size " + memory.size());
        ByteSize limit = memory.limit();
        violations.require(
                limit == null || limit.compareTo(memory.size()) >= 0,
                "memory.limit " + limit + " is less than memory.size " + memory.size());
        violations.require(
                memory.management() != Management.STATIC || memory.size().equals(memory.maximum()),
                "memory.management STATIC needs memory.size " + memory.size() + " to be memory.maximum "
                        + memory.maximum());
        ByteSize page = memory.pages().size();
        if (page != null) {
            violations.require(
                    Long.bitCount(page.bytes()) == 1
                            && page.bytes() >= ByteSize.ofKibibytes(4).bytes(),
                    "memory.pages.size " + page + " is no power of two from 4 KiB");
            violations.require(
                    page.bytes() == 0 || memory.maximum().bytes() % page.bytes() == 0,
                    "memory.maximum " + memory.maximum() + " is no multiple of memory.pages.size " + page);
        }
        checkNotEmpty(
                "memory.placement.nodes",
                memory.placement() == null ? null : memory.placement().nodes());
    }

    private void checkBoot(Boot boot) {
        if (boot.kernel() != null) {
            violations.path("boot.kernel.image", boot.kernel().image());
            violations.path("boot.kernel.initialRamDisk", boot.kernel().initialRamDisk());
            violations.text("boot.kernel.arguments", boot.kernel().arguments());
        }
        boot.firmwareEntries().forEach((name, value) -> {
            String field = "boot.firmwareEntries[" + name + "]";
            violations.require(
                    FIRMWARE_ENTRY.matcher(name).matches() && name.length() <= MOST_FIRMWARE_ENTRY,
                    field + " is no name such as opt/com.example/role of at most " + MOST_FIRMWARE_ENTRY
                            + " characters");
            violations.require(!value.isEmpty(), field + " is empty");
            violations.text(field, value);
        });
        for (int i = 0; i < boot.oemStrings().size(); i++) {
            violations.require(!boot.oemStrings().get(i).isEmpty(), "boot.oemStrings[" + i + "] is empty");
            violations.text("boot.oemStrings[" + i + "]", boot.oemStrings().get(i));
        }
    }

    private void checkFaultPolicy(FaultPolicy policy) {
        checkNotOfCrash("faultPolicy.onPowerOff", policy.onPowerOff());
        checkNotOfCrash("faultPolicy.onReboot", policy.onReboot());
    }

    private void checkNotOfCrash(String field, @Nullable Action action) {
        violations.require(
                action == null || !action.isOfCrash(), field + " " + action + " is an action of crashes alone");
    }

    private void checkMetadata(String namespace, String text) {
        violations.require(
                NAMESPACE.matcher(namespace).matches(),
                "metadata namespace '" + namespace + "' is no URI such as urn:example:inventory");
        violations.text("metadata[" + namespace + "]", text);
        violations.require(text.strip().equals(text), "metadata[" + namespace + "] has space around it");
    }

    /** What has been found wrong, and the checks that several rules have in common. */
    static final class Violations {
        private final List<String> found = new ArrayList<>();

        void require(boolean holds, String violation) {
            if (!holds) {
                found.add(violation);
            }
        }

        void range(String field, long value, long least, long most) {
            require(
                    value >= least && value <= most,
                    field + " " + value
                            + (least == most ? " is not " + least : " is not from " + least + " to " + most));
        }

        void path(String field, @Nullable String path) {
            if (path != null) {
                require(path.startsWith("/"), field + " '" + path + "' is not absolute");
                text(field, path);
            }
        }

        void text(String field, @Nullable String text) {
            require(text == null || isText(text), field + " has characters that cannot be written");
        }

        void unique(Map<Object, String> seen, String field, Object value) {
            String first = Objects.requireNonNullElse(seen.putIfAbsent(value, field), "");
            require(first.isEmpty(), field + " " + value + " is already that of " + first);
        }

        /** Whether XML 1.0 §2.2 can write it, which every engine's own form of a definition comes down to. */
        private static boolean isText(String text) {
            return text.codePoints().allMatch(Violations::isXmlCharacter);
        }

        static boolean isXmlCharacter(int c) {
            if (c < 0x20) {
                return c == '\n' || c == '\r' || c == '\t';
            }
            return c < 0xD800 || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF);
        }

        static Map<Object, String> seen() {
            return new HashMap<>();
        }
    }
}

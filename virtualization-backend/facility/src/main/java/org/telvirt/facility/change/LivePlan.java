package org.telvirt.facility.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.change.LiveChange;
import org.telvirt.hypervisor.change.LiveChange.AttachDisk;
import org.telvirt.hypervisor.change.LiveChange.AttachPort;
import org.telvirt.hypervisor.change.LiveChange.DetachDisk;
import org.telvirt.hypervisor.change.LiveChange.DetachPort;
import org.telvirt.hypervisor.change.LiveChange.LimitDisk;
import org.telvirt.hypervisor.change.LiveChange.MemorySize;
import org.telvirt.hypervisor.change.LiveChange.Pin;
import org.telvirt.hypervisor.change.LiveChange.ProcessorCount;
import org.telvirt.hypervisor.change.LiveChange.SetPort;
import org.telvirt.hypervisor.change.LiveChange.Share;
import org.telvirt.hypervisor.definition.Disk;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.NetworkPort;
import org.telvirt.hypervisor.definition.NumberSet;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.definition.Processors.Placement;
import org.telvirt.hypervisor.definition.Processors.Scheduling;

/**
 * The steps from one definition of a running domain to another; what gives comes before what takes. Pure.
 *
 * @param unreachable the fields that no step reaches; empty: the steps lead all the way
 */
record LivePlan(List<LiveChange> steps, List<String> unreachable) {
    /** Copies the lists. */
    LivePlan {
        steps = List.copyOf(steps);
        unreachable = List.copyOf(unreachable);
    }

    static LivePlan between(DomainDefinition present, DomainDefinition wanted) {
        DomainDefinition goal = withPinsForAny(present, wanted);
        List<LiveChange> giving = new ArrayList<>();
        List<LiveChange> taking = new ArrayList<>();
        for (LiveChange step : steps(present, goal)) {
            (step.takesFrom(present) ? taking : giving).add(step);
        }
        giving.addAll(taking);
        DomainDefinition reached = present;
        for (LiveChange step : giving) {
            reached = step.appliedTo(reached);
        }
        return new LivePlan(giving, Differences.between(sorted(reached, goal), goal));
    }

    /** What is attached is last; a client may have put it anywhere. */
    private static DomainDefinition sorted(DomainDefinition reached, DomainDefinition goal) {
        return reached.withDisks(inOrder(reached.disks(), goal.disks()))
                .withNetworkPorts(inOrder(reached.networkPorts(), goal.networkPorts()));
    }

    private static <T> List<T> inOrder(List<T> reached, List<T> goal) {
        List<T> left = new ArrayList<>(reached);
        left.removeAll(goal);
        return left.isEmpty() && reached.size() == goal.size() ? goal : reached;
    }

    /** A running processor has a place of its own: what is wanted of any is done to each that has none. */
    private static DomainDefinition withPinsForAny(DomainDefinition present, DomainDefinition wanted) {
        Placement before = present.processors().placement();
        Placement after = wanted.processors().placement();
        NumberSet any = after.any();
        if (any == null || any.equals(before.any())) {
            return wanted;
        }
        SortedMap<Integer, NumberSet> each = new TreeMap<>(after.each());
        for (int i = 0; i < wanted.processors().count(); i++) {
            each.putIfAbsent(i, any);
        }
        return wanted.withProcessors(
                wanted.processors().withPlacement(after.withAny(before.any()).withEach(each)));
    }

    private static List<LiveChange> steps(DomainDefinition present, DomainDefinition goal) {
        List<LiveChange> steps = new ArrayList<>();
        addProcessors(steps, present.processors(), goal.processors());
        if (!present.memory().size().equals(goal.memory().size())) {
            steps.add(new MemorySize(goal.memory().size(), false));
        }
        addDisks(steps, present.disks(), goal.disks());
        addPorts(steps, present.networkPorts(), goal.networkPorts());
        return steps;
    }

    private static void addProcessors(List<LiveChange> steps, Processors present, Processors goal) {
        if (present.count() != goal.count()) {
            steps.add(new ProcessorCount(goal.count(), false));
        }
        SortedMap<Integer, NumberSet> pins = new TreeMap<>(goal.placement().each());
        pins.entrySet().removeAll(present.placement().each().entrySet());
        NumberSet emulator = goal.placement().emulator();
        boolean moves = emulator != null && !emulator.equals(present.placement().emulator());
        if (!pins.isEmpty() || moves) {
            steps.add(new Pin(pins, moves ? emulator : null, false));
        }
        Scheduling before = present.scheduling();
        Scheduling after = goal.scheduling();
        boolean weighs = after.shares() != null && !after.shares().equals(before.shares());
        if (weighs || !Objects.equals(before.limit(), after.limit())) {
            steps.add(new Share(weighs ? after.shares() : null, after.limit(), false));
        }
    }

    private static void addDisks(List<LiveChange> steps, List<Disk> present, List<Disk> goal) {
        Map<String, Disk> wanted = byKey(goal, Disk::target);
        Map<String, Disk> there = byKey(present, Disk::target);
        for (Disk disk : goal) {
            Disk before = disk.target() == null ? null : there.get(disk.target());
            if (before == null) {
                steps.add(new AttachDisk(disk, false));
            } else if (!before.quality().equals(disk.quality())) {
                steps.add(new LimitDisk(Objects.requireNonNull(disk.target()), disk.quality(), false));
            }
        }
        there.keySet().stream()
                .filter(target -> !wanted.containsKey(target))
                .forEach(target -> steps.add(new DetachDisk(target, false)));
    }

    private static void addPorts(List<LiveChange> steps, List<NetworkPort> present, List<NetworkPort> goal) {
        Map<String, NetworkPort> wanted = byKey(goal, NetworkPort::address);
        Map<String, NetworkPort> there = byKey(present, NetworkPort::address);
        for (NetworkPort port : goal) {
            NetworkPort before = port.address() == null ? null : there.get(port.address());
            if (before == null) {
                steps.add(new AttachPort(port, false));
            } else if (before.linkUp() != port.linkUp() || !before.traffic().equals(port.traffic())) {
                steps.add(new SetPort(Objects.requireNonNull(port.address()), port.linkUp(), port.traffic(), false));
            }
        }
        there.keySet().stream()
                .filter(address -> !wanted.containsKey(address))
                .forEach(address -> steps.add(new DetachPort(address, false)));
    }

    private static <T> Map<String, T> byKey(List<T> devices, Function<T, @Nullable String> keyOf) {
        Map<String, T> map = new LinkedHashMap<>();
        for (T device : devices) {
            String key = keyOf.apply(device);
            if (key != null) {
                map.put(key, device);
            }
        }
        return map;
    }
}

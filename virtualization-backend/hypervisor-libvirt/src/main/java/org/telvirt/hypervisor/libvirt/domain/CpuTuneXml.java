package org.telvirt.hypervisor.libvirt.domain;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.NumberSet;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.definition.Processors.Placement;
import org.telvirt.hypervisor.definition.Processors.Policy;
import org.telvirt.hypervisor.definition.Processors.Quota;
import org.telvirt.hypervisor.definition.Processors.Scheduling;
import org.telvirt.hypervisor.definition.Processors.SchedulingClass;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;

/** {@code <cputune>}, {@code <iothreads>} and {@code <vcpu cpuset>}: where processors run, and how much they get. */
final class CpuTuneXml {
    private static final String TUNE = "cputune";
    private static final String NOTE = "processors";
    private static final long USUAL_PERIOD = 100_000; // microseconds, of the kernel

    private CpuTuneXml() {}

    static Placement placement(XmlElement domain) {
        XmlElement tune = domain.child(TUNE);
        String ioThreads = domain.textOf("iothreads");
        return new Placement(
                numbers(domain.get("vcpu", "cpuset")),
                pins(tune, "vcpupin", "vcpu"),
                tune == null ? null : numbers(tune.get("emulatorpin", "cpuset")),
                ioThreads == null ? 0 : Integer.parseInt(ioThreads),
                pins(tune, "iothreadpin", "iothread"),
                "yes".equals(Notes.get(domain, NOTE, "exclusive")));
    }

    private static @Nullable NumberSet numbers(@Nullable String text) {
        return text == null ? null : NumberSet.parse(text);
    }

    private static SortedMap<Integer, NumberSet> pins(@Nullable XmlElement tune, String name, String key) {
        SortedMap<Integer, NumberSet> pins = new TreeMap<>();
        if (tune != null) {
            for (XmlElement pin : tune.children(name)) {
                String number = pin.get(key);
                String where = pin.get("cpuset");
                if (number != null && where != null) {
                    pins.put(Integer.valueOf(number), NumberSet.parse(where));
                }
            }
        }
        return pins;
    }

    static Scheduling scheduling(XmlElement domain, int maximum) {
        XmlElement tune = domain.child(TUNE);
        String shares = tune == null ? null : tune.textOf("shares");
        return new Scheduling(
                tune == null ? Policy.OTHER : policy(tune, maximum),
                shares == null ? null : Integer.valueOf(shares),
                Notes.quota(domain, NOTE, "reservedTime", "reservedPeriod"),
                tune == null ? null : limit(tune),
                Notes.time(domain, NOTE, "minimumSlice"),
                Notes.time(domain, NOTE, "interruptLatency"));
    }

    /** What all processors have in common; null: nothing. */
    private static @Nullable Policy policy(XmlElement tune, int maximum) {
        List<XmlElement> elements = tune.children("vcpusched");
        Policy common = null;
        TreeSet<Integer> covered = new TreeSet<>();
        for (XmlElement element : elements) {
            Policy policy = policy(element);
            if (policy == null || (common != null && !common.equals(policy))) {
                return null;
            }
            common = policy;
            covered.addAll(NumberSet.parse(Objects.requireNonNullElse(element.get("vcpus"), "0"))
                    .numbers());
        }
        if (common == null) {
            return Policy.OTHER;
        }
        return covered.containsAll(NumberSet.range(0, maximum - 1).numbers()) ? common : null;
    }

    private static @Nullable Policy policy(XmlElement element) {
        String priority = element.get("priority");
        for (SchedulingClass schedulingClass : SchedulingClass.values()) {
            if (DomainXml.word(schedulingClass).equals(element.get("scheduler"))) {
                return new Policy(schedulingClass, priority == null ? 0 : Integer.parseInt(priority));
            }
        }
        return null;
    }

    /** libvirt says "no limit" by a quota of 0 or less. */
    private static @Nullable Quota limit(XmlElement tune) {
        String quota = tune.textOf("quota");
        String period = tune.textOf("period");
        long microseconds = quota == null ? 0 : Long.parseLong(quota);
        return microseconds <= 0
                ? null
                : new Quota(
                        microseconds(microseconds),
                        microseconds(period == null ? USUAL_PERIOD : Long.parseLong(period)));
    }

    private static Duration microseconds(long count) {
        return Duration.ofNanos(Math.multiplyExact(count, 1000L));
    }

    static String microseconds(Duration time) {
        return Long.toString(time.toNanos() / 1000);
    }

    static void edit(XmlElement domain, Processors present, Processors wanted) {
        place(domain, present.placement(), wanted.placement());
        schedule(domain, present, wanted);
        domain.tidy(TUNE);
    }

    private static void place(XmlElement domain, Placement present, Placement wanted) {
        if (present.equals(wanted)) {
            return;
        }
        if (!Objects.equals(present.any(), wanted.any())) {
            domain.make("vcpu").put("cpuset", text(wanted.any()));
        }
        if (present.ioThreads() != wanted.ioThreads()) {
            domain.write("iothreads", wanted.ioThreads() == 0 ? null : Integer.toString(wanted.ioThreads()));
            fitIds(domain, wanted.ioThreads());
        }
        XmlElement tune = domain.make(TUNE);
        pin(tune, "vcpupin", "vcpu", present.each(), wanted.each());
        if (wanted.emulator() == null) {
            tune.drop("emulatorpin");
        } else if (!wanted.emulator().equals(present.emulator())) {
            tune.make("emulatorpin").set("cpuset", wanted.emulator().toString());
        }
        pin(tune, "iothreadpin", "iothread", present.eachIoThread(), wanted.eachIoThread());
        if (present.exclusive() != wanted.exclusive()) {
            Notes.put(domain, NOTE, "exclusive", wanted.exclusive() ? "yes" : null);
        }
    }

    /** libvirt may list the threads one by one as well. */
    private static void fitIds(XmlElement domain, int count) {
        XmlElement ids = domain.child("iothreadids");
        if (ids != null) {
            List<XmlElement> all = ids.children("iothread");
            all.subList(Math.min(count, all.size()), all.size()).forEach(ids::remove);
            domain.tidy("iothreadids");
        }
    }

    private static @Nullable String text(@Nullable NumberSet numbers) {
        return numbers == null ? null : numbers.toString();
    }

    private static void pin(
            XmlElement tune,
            String name,
            String key,
            SortedMap<Integer, NumberSet> present,
            SortedMap<Integer, NumberSet> wanted) {
        for (XmlElement pin : tune.children(name)) {
            Integer number = Integer.valueOf(Objects.requireNonNullElse(pin.get(key), "-1"));
            NumberSet where = wanted.get(number);
            if (where == null) {
                tune.remove(pin);
            } else if (!where.equals(present.get(number))) {
                pin.set("cpuset", where.toString());
            }
        }
        wanted.forEach((number, where) -> {
            if (!present.containsKey(number)) {
                tune.add(XmlElement.of(name).set(key, number.toString()).set("cpuset", where.toString()));
            }
        });
    }

    private static void schedule(XmlElement domain, Processors before, Processors after) {
        Scheduling present = before.scheduling();
        Scheduling wanted = after.scheduling();
        Policy policy = wanted.policy();
        boolean isStretched = before.maximum() != after.maximum() && policy != null && !policy.equals(Policy.OTHER);
        if (policy != null && (isStretched || !policy.equals(present.policy()))) {
            put(domain.make(TUNE), policy, after.maximum());
        }
        if (!Objects.equals(present.shares(), wanted.shares())) {
            domain.make(TUNE)
                    .write(
                            "shares",
                            wanted.shares() == null ? null : wanted.shares().toString());
        }
        Quota limit = wanted.limit();
        if (!Objects.equals(present.limit(), limit)) {
            XmlElement tune = domain.make(TUNE);
            tune.write("period", limit == null ? null : microseconds(limit.period()));
            tune.write("quota", limit == null ? null : microseconds(limit.time()));
        }
        if (!Objects.equals(present.reservation(), wanted.reservation())) {
            Notes.putQuota(domain, NOTE, "reservedTime", "reservedPeriod", wanted.reservation());
        }
        if (!Objects.equals(present.minimumSlice(), wanted.minimumSlice())) {
            Notes.putTime(domain, NOTE, "minimumSlice", wanted.minimumSlice());
        }
        if (!Objects.equals(present.interruptLatency(), wanted.interruptLatency())) {
            Notes.putTime(domain, NOTE, "interruptLatency", wanted.interruptLatency());
        }
    }

    private static void put(XmlElement tune, Policy policy, int maximum) {
        tune.drop("vcpusched");
        if (policy.schedulingClass() != SchedulingClass.OTHER) {
            XmlElement element = XmlElement.of("vcpusched")
                    .set("vcpus", NumberSet.range(0, maximum - 1).toString())
                    .set("scheduler", DomainXml.word(policy.schedulingClass()));
            boolean isRealTime = policy.schedulingClass().isRealTime();
            tune.add(element.put("priority", isRealTime ? Integer.toString(policy.priority()) : null));
        }
    }
}

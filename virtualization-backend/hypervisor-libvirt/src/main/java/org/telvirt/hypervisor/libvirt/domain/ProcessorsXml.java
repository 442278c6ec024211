package org.telvirt.hypervisor.libvirt.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.hypervisor.definition.Processors.Topology;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;

/** {@code <vcpu>}, and what must agree with it: {@code <vcpus>}, {@code <cpu><topology>} and {@code <cputune>}. */
final class ProcessorsXml {
    private ProcessorsXml() {}

    static Processors read(XmlElement domain) {
        String text = domain.textOf("vcpu");
        int maximum = text == null ? 1 : Integer.parseInt(text);
        Integer current = domain.number("vcpu", "current");
        return new Processors(
                current == null ? maximum : current,
                maximum,
                topology(domain),
                CpuTuneXml.placement(domain),
                CpuTuneXml.scheduling(domain, maximum));
    }

    private static @Nullable Topology topology(XmlElement domain) {
        XmlElement cpu = domain.child("cpu");
        XmlElement topology = cpu == null ? null : cpu.child("topology");
        return topology == null
                ? null
                : new Topology(
                        factor(topology, "sockets"),
                        factor(topology, "dies"),
                        factor(topology, "cores"),
                        factor(topology, "threads"));
    }

    static void write(XmlElement domain, Processors processors) {
        XmlElement vcpu = XmlElement.of("vcpu");
        put(vcpu, processors);
        domain.add(vcpu);
    }

    static void edit(Edit edit, Processors present, Processors wanted) {
        if (present.equals(wanted)) {
            return;
        }
        XmlElement domain = edit.domain();
        if (!Objects.equals(present.topology(), wanted.topology())) {
            put(domain, wanted.topology());
        }
        if (present.count() != wanted.count() || present.maximum() != wanted.maximum()) {
            put(domain.make("vcpu"), wanted);
            XmlElement each = domain.child("vcpus");
            if (each != null) {
                fitEach(each, wanted);
            }
        }
        CpuTuneXml.edit(domain, present, wanted);
    }

    private static void put(XmlElement domain, @Nullable Topology topology) {
        if (topology == null) {
            XmlElement cpu = domain.make("cpu");
            cpu.drop("topology");
            domain.tidy("cpu");
            return;
        }
        XmlElement element = domain.make("cpu").make("topology");
        element.set("sockets", Integer.toString(topology.sockets()));
        if (topology.dies() != factor(element, "dies")) {
            element.set("dies", Integer.toString(topology.dies()));
        }
        element.set("cores", Integer.toString(topology.cores()));
        element.set("threads", Integer.toString(topology.threads()));
    }

    private static void put(XmlElement vcpu, Processors processors) {
        if (processors.count() != processors.maximum()) {
            vcpu.set("current", Integer.toString(processors.count()));
        } else {
            vcpu.unset("current");
        }
        vcpu.text(Integer.toString(processors.maximum()));
    }

    private static int factor(XmlElement topology, String level) {
        @Nullable String count = topology.get(level);
        return count == null ? 1 : Integer.parseInt(count);
    }

    /** Enables the first, disables the last; where there are too few or too many, at the end. */
    private static void fitEach(XmlElement vcpus, Processors wanted) {
        List<XmlElement> all = new ArrayList<>(vcpus.children("vcpu"));
        while (all.size() > wanted.maximum()) {
            vcpus.remove(all.remove(all.size() - 1));
        }
        while (all.size() < wanted.maximum()) {
            XmlElement vcpu = XmlElement.of("vcpu").set("id", Integer.toString(all.size()));
            vcpus.add(vcpu.set("enabled", "no").set("hotpluggable", "yes"));
            all.add(vcpu);
        }
        int surplus = (int) all.stream().filter(ProcessorsXml::isEnabled).count() - wanted.count();
        boolean isEnabling = surplus < 0;
        if (!isEnabling) {
            Collections.reverse(all);
        }
        for (XmlElement vcpu : all) {
            if (surplus != 0 && isEnabled(vcpu) != isEnabling) {
                vcpu.set("enabled", isEnabling ? "yes" : "no");
                surplus += isEnabling ? 1 : -1;
            }
        }
    }

    private static boolean isEnabled(XmlElement vcpu) {
        return "yes".equals(vcpu.get("enabled"));
    }
}

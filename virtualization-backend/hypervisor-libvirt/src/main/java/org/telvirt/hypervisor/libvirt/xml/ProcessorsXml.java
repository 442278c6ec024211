package org.telvirt.hypervisor.libvirt.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.Processors;

/** {@code <vcpu>}, and what must agree with it: {@code <vcpus>} and {@code <cpu><topology>}. */
final class ProcessorsXml {
    private ProcessorsXml() {}

    static Processors read(XmlElement domain) {
        XmlElement vcpu = domain.child("vcpu");
        if (vcpu == null) {
            return Processors.of(1);
        }
        int maximum = Integer.parseInt(vcpu.text().strip());
        String current = vcpu.get("current");
        return new Processors(current == null ? maximum : Integer.parseInt(current), maximum);
    }

    static void write(XmlElement domain, Processors processors) {
        XmlElement vcpu = XmlElement.of("vcpu");
        put(vcpu, processors);
        domain.add(vcpu);
    }

    static void edit(Edit edit, Processors present, Processors wanted) throws HypervisorException {
        if (present.equals(wanted)) {
            return;
        }
        XmlElement domain = edit.domain();
        if (present.maximum() != wanted.maximum()) {
            fitTopology(edit, wanted.maximum());
        }
        XmlElement vcpu = domain.child("vcpu");
        if (vcpu == null) {
            write(domain, wanted);
        } else {
            put(vcpu, wanted);
        }
        XmlElement each = domain.child("vcpus");
        if (each != null) {
            fitEach(each, wanted);
        }
    }

    private static void put(XmlElement vcpu, Processors processors) {
        if (processors.count() != processors.maximum()) {
            vcpu.set("current", Integer.toString(processors.count()));
        } else {
            vcpu.unset("current");
        }
        vcpu.text(Integer.toString(processors.maximum()));
    }

    /** Sockets take up the change; what is inside a socket is as the guest wants it. */
    private static void fitTopology(Edit edit, int maximum) throws HypervisorException {
        XmlElement cpu = edit.domain().child("cpu");
        XmlElement topology = cpu == null ? null : cpu.child("topology");
        if (topology == null) {
            return;
        }
        int inSocket = factor(topology, "dies") * factor(topology, "cores") * factor(topology, "threads");
        if (maximum % inSocket != 0) {
            throw edit.invalid(
                    "the processors",
                    "its topology has " + inSocket + " in a socket, and " + maximum + " is no multiple");
        }
        topology.set("sockets", Integer.toString(maximum / inSocket));
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

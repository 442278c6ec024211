package org.telvirt.hypervisor.libvirt.domain;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.Automation;
import org.telvirt.hypervisor.definition.Automation.StartAction;
import org.telvirt.hypervisor.definition.Automation.StopAction;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;

/** What {@code <metadata>} has of others, one element for each namespace, and of automatic actions, which is ours. */
final class MetadataXml {
    private static final String NOTE = "automation";

    /** What is not here is not noted. */
    private static final Map<StartAction, String> STARTS =
            Map.of(StartAction.ALWAYS, "yes", StartAction.IF_PREVIOUSLY_ACTIVE, "if-previously-active");

    private MetadataXml() {}

    static SortedMap<String, String> read(XmlElement domain) {
        SortedMap<String, String> found = new TreeMap<>();
        XmlElement metadata = domain.child("metadata");
        if (metadata != null) {
            for (XmlElement element : metadata.children()) {
                String namespace = namespace(element);
                // what has a structure of its own is no text that could be written back
                if (namespace != null && element.children().isEmpty() && !namespace.equals(Notes.NAMESPACE)) {
                    found.putIfAbsent(namespace, element.text().strip());
                }
            }
        }
        return found;
    }

    private static @Nullable String namespace(XmlElement element) {
        int colon = element.name().indexOf(':');
        return element.get(colon < 0 ? "xmlns" : "xmlns:" + element.name().substring(0, colon));
    }

    static void edit(Edit edit, SortedMap<String, String> present, SortedMap<String, String> wanted)
            throws HypervisorException {
        if (present.equals(wanted)) {
            return;
        }
        if (wanted.containsKey(Notes.NAMESPACE)) {
            throw edit.unsupported("the metadata", "the namespace " + Notes.NAMESPACE + " is our own");
        }
        XmlElement metadata = edit.domain().make("metadata");
        for (String namespace : present.keySet()) {
            XmlElement element = of(metadata, namespace);
            String text = wanted.get(namespace);
            if (element != null && text == null) {
                metadata.remove(element);
            } else if (element != null && text != null) {
                element.text(text);
            }
        }
        for (var entry : wanted.entrySet()) {
            if (!present.containsKey(entry.getKey())) {
                if (of(metadata, entry.getKey()) != null) {
                    throw edit.unsupported(
                            "the metadata", "what it has of " + entry.getKey() + " has a structure of its own");
                }
                metadata.add(XmlElement.of("note:text")
                        .set("xmlns:note", entry.getKey())
                        .text(entry.getValue()));
            }
        }
        edit.domain().tidy("metadata");
    }

    private static @Nullable XmlElement of(XmlElement metadata, String namespace) {
        for (XmlElement element : metadata.children()) {
            if (namespace.equals(namespace(element))) {
                return element;
            }
        }
        return null;
    }

    static Automation automation(XmlElement domain) {
        String sequence = Notes.get(domain, NOTE, "sequence");
        String stop = Notes.get(domain, NOTE, "stop");
        return new Automation(
                start(Notes.get(domain, NOTE, "starts")),
                sequence == null ? 0 : Integer.parseInt(sequence),
                Objects.requireNonNullElse(Notes.time(domain, NOTE, "delay"), Duration.ZERO),
                stop == null ? null : DomainXml.constant(StopAction.class, stop));
    }

    private static StartAction start(@Nullable String note) {
        for (var one : STARTS.entrySet()) {
            if (one.getValue().equals(note)) {
                return one.getKey();
            }
        }
        return StartAction.NONE;
    }

    static void automate(XmlElement domain, Automation present, Automation wanted) {
        if (present.equals(wanted)) {
            return;
        }
        Notes.put(domain, NOTE, "starts", STARTS.get(wanted.start()));
        Notes.put(domain, NOTE, "sequence", wanted.sequence() == 0 ? null : Integer.toString(wanted.sequence()));
        Notes.putTime(domain, NOTE, "delay", wanted.delay().isZero() ? null : wanted.delay());
        Notes.put(domain, NOTE, "stop", wanted.stop() == null ? null : DomainXml.word(wanted.stop()));
    }
}

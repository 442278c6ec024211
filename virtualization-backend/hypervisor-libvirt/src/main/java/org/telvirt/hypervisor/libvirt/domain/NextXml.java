package org.telvirt.hypervisor.libvirt.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.telvirt.hypervisor.HypervisorException;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.libvirt.xml.XmlDocument;
import org.telvirt.hypervisor.libvirt.xml.XmlElement;

/**
 * The configuration of the next start alone, as the defined one carries it in its metadata.
 *
 * @param text a domain in XML
 * @param key names it, so that the run that used it can be told
 */
public record NextXml(String text, String key) {
    private static final String TEXT = "next";
    private static final String ORIGIN = "origin";
    private static final String KEY = "key";

    /**
     * What a defined configuration carries; null: nothing.
     *
     * @throws HypervisorException INVALID_DEFINITION: not a domain
     */
    public static @Nullable NextXml of(String defined) throws HypervisorException {
        XmlElement domain = XmlDocument.parse(defined).root();
        String text = Notes.text(domain, TEXT);
        String key = Notes.get(domain, TEXT, KEY);
        return text == null || key == null ? null : new NextXml(text, key);
    }

    /** Whether this is what a running domain, in XML, was started from. */
    public boolean isUsedBy(String active) throws HypervisorException {
        return key.equals(Notes.get(XmlDocument.parse(active).root(), ORIGIN, KEY));
    }

    /** What the run is started from: it has the name that the domain has by now, and tells where it comes from. */
    public String forRunOf(String defined) throws HypervisorException {
        XmlDocument document = XmlDocument.parse(text);
        XmlElement domain = document.root();
        domain.write("name", XmlDocument.parse(defined).root().textOf("name"));
        Notes.put(domain, ORIGIN, KEY, key);
        return document.toString();
    }

    /**
     * The defined configuration with this one for its next start; null: with none.
     *
     * @throws HypervisorException UNSUPPORTED, INVALID_DEFINITION
     */
    public static String put(String defined, @Nullable DomainDefinition next) throws HypervisorException {
        XmlDocument document = XmlDocument.parse(defined);
        Notes.write(document.root(), TEXT, null);
        if (next != null) {
            String text = DomainXml.edit(document.toString(), next);
            Notes.write(document.root(), TEXT, text.strip());
            Notes.put(document.root(), TEXT, KEY, UUID.randomUUID().toString());
        }
        return document.toString();
    }
}

package org.telvirt.hypervisor.libvirt.xml;

/** A piece of an XML document; writes itself exactly as it was read. */
sealed interface XmlNode permits XmlElement, XmlRaw {
    void writeTo(StringBuilder out);
}

package org.telvirt.cimom.interop;

import java.util.List;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;

/**
 * What the server says of itself.
 *
 * @param systemClass the class of the system that hosts the server
 * @param systemName the name of that system
 * @param name unlike that of any other server, such as {@code Telvirt:} and a UUID
 * @param version of the product
 * @param namespaces all names under which namespaces can be reached
 * @param doors how the server is reached over CIM-XML
 */
public record ServerIdentity(
        CimName systemClass,
        String systemName,
        String name,
        String version,
        List<CimNamespace> namespaces,
        List<Door> doors) {
    /** Copies the lists. */
    public ServerIdentity {
        namespaces = List.copyOf(namespaces);
        doors = List.copyOf(doors);
    }

    /**
     * A way to reach the server over CIM-XML.
     *
     * @param name a key, such as {@code cim-xml-https}
     * @param elementName for people, such as {@code CIM-XML over HTTPS}
     * @param batches whether one message can carry several operations (DSP0200 §5.4.3)
     */
    public record Door(String name, String elementName, boolean batches) {}
}

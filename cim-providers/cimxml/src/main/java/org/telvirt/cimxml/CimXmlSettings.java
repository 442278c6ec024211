package org.telvirt.cimxml;

import org.telvirt.cimxml.xml.XmlLimits;

/**
 * The limits and choices of the CIM-XML door.
 *
 * @param limits what a message may contain; what it may weigh is the porch's limit
 * @param errorInstances whether an ERROR carries its CIM_Error instances; two C clients die on them, so off is safe
 */
public record CimXmlSettings(XmlLimits limits, boolean errorInstances) {
    /** Safe for every known client. */
    public static final CimXmlSettings DEFAULT = new CimXmlSettings(XmlLimits.DEFAULT, false);
}

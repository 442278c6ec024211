package org.telvirt.cimxml;

/**
 * The limits and choices of the CIM-XML door. What a request may weigh as a whole is the porch's limit.
 *
 * @param maxDepth the most elements open at once; each level of an embedded object counts from zero again
 * @param maxAttributes the most attributes of one element
 * @param maxAttributeLength the most characters of one attribute
 * @param maxTextLength the most characters of one value
 * @param maxElements the most elements of one message
 * @param errorInstances whether an ERROR carries its CIM_Error instances; two C clients die on them, so off is safe
 */
public record CimXmlSettings(
        int maxDepth,
        int maxAttributes,
        int maxAttributeLength,
        int maxTextLength,
        long maxElements,
        boolean errorInstances) {
    /** Limits that no known client comes near. */
    public static final CimXmlSettings DEFAULT = new CimXmlSettings(128, 32, 65_536, 16_777_216, 2_000_000, false);
}

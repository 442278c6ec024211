package org.telvirt.cimxml.xml;

/**
 * What a message may contain at most. How many bytes it has is the porch's limit.
 *
 * @param depth elements open at once, from 1; embedded objects count from zero again
 * @param attributes attributes of one element
 * @param attributeLength bytes of one attribute, and of one name
 * @param textLength bytes of one value
 * @param elements elements of one message
 * @param embedding embedded objects inside embedded objects
 */
public record XmlLimits(int depth, int attributes, int attributeLength, long textLength, long elements, int embedding) {
    /** Limits that no known client comes near. */
    public static final XmlLimits DEFAULT = new XmlLimits(128, 32, 65_536, 16_777_216, 2_000_000, 8);
}

package org.telvirt.conformance.wbem;

/**
 * Something that is not as it must be.
 *
 * @param thing what it is about, such as a path
 * @param cause what is wrong with it, and what would be right
 */
public record Finding(String thing, String cause) {
    @Override
    public String toString() {
        return thing + ": " + cause;
    }
}

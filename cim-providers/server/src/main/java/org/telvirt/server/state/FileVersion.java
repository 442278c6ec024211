package org.telvirt.server.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * What tells one state of a file from a later one, without reading it.
 *
 * @param text nothing but equal or not
 */
public record FileVersion(String text) {
    /** Of a file that is not there, or cannot be looked at. */
    public static final FileVersion ABSENT = new FileVersion("absent");

    public static FileVersion of(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new FileVersion(
                    attributes.fileKey() + " " + attributes.size() + " " + attributes.lastModifiedTime());
        } catch (IOException e) {
            return ABSENT;
        }
    }
}

package org.telvirt.server;

import java.util.Objects;

/** The version of the product, as the build wrote it into the jar. */
final class Version {
    static final String TEXT =
            Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");

    private Version() {}
}

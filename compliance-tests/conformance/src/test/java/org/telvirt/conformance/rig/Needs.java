package org.telvirt.conformance.rig;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Names the programs of others that a test needs. Without one the test is skipped and says how to get it; where the
 * environment variable {@code CI} is set it fails instead, because there nothing real is skipped.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(NeedsExtension.class)
public @interface Needs {
    /** The programs by name, such as {@code wbemcli}. */
    String[] value();
}

package org.telvirt.traceability;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what stands under the product in these tests. The innermost one counts; without any it is {@link Engine#NONE}. A
 * contract test carries it on the subclass that names the engine. Where versions matter, add a report entry with
 * {@link Engine#entry}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RanOn {
    /** The engine that the code under test really reaches. */
    Engine value();
}

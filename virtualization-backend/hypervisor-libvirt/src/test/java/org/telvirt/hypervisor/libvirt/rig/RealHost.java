package org.telvirt.hypervisor.libvirt.rig;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of this class get a {@link PrivateLibvirtd} as a parameter, one for all of them. Where the machine cannot
 * have one they are skipped, with the reason; they fail when {@code CI=true}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RealHostExtension.class)
public @interface RealHost {}

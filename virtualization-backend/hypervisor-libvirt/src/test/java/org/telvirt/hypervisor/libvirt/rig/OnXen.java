package org.telvirt.hypervisor.libvirt.rig;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of this class get the {@link XenHost} as a parameter, one for all classes. They run with
 * {@code -Dtelvirt.xen=true} alone, because it takes minutes to build and boot; where the machine cannot have one they fail
 * then, with the reason.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(XenHostExtension.class)
public @interface OnXen {}

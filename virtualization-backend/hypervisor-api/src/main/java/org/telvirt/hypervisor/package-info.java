/** The port that every virtualization engine implements, and its contract test. */
@NullMarked
package org.telvirt.hypervisor;

import org.jspecify.annotations.NullMarked;

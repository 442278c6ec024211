/**
 * The management profiles of the DMTF for virtualization, clause by clause: what each demands of a server that registers it.
 * Classes are found by the names of the DMTF and instances by following associations, so that any server can be judged.
 */
@NullMarked
package org.telvirt.conformance.profile;

import org.jspecify.annotations.NullMarked;

/** Who may do what: roles, privileges and identities (DSP1039). */
@NullMarked
package org.telvirt.access;

import org.jspecify.annotations.NullMarked;

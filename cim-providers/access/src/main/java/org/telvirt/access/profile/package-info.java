/**
 * Roles, privileges and identities as CIM shows and changes them (DSP1039), in the Interop namespace. Must not judge: it
 * only tells the access control what clients want.
 */
@NullMarked
package org.telvirt.access.profile;

import org.jspecify.annotations.NullMarked;

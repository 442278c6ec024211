/** The profile of role based authorization as clients see it: through an object manager. */
@NullMarked
package org.telvirt.access.profile;

import org.jspecify.annotations.NullMarked;

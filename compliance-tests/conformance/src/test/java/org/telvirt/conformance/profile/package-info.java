/** The profiles of the DMTF on a server of its own, or on any server by URL. */
@NullMarked
package org.telvirt.conformance.profile;

import org.jspecify.annotations.NullMarked;

/** The facility on a simulated host whose time stands still, for tests here and on the floors above. */
@NullMarked
package org.telvirt.facility.testing;

import org.jspecify.annotations.NullMarked;

/** What the tests of the profiles stand on: a facility over the simulated host, the schema, and settings in one line. */
@NullMarked
package org.telvirt.providers.rig;

import org.jspecify.annotations.NullMarked;

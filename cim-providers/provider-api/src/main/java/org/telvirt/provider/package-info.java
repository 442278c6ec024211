/**
 * What a provider is: whoever answers for the instances of a class, the links of an association or the methods of a
 * class. Associations are data.
 *
 * <p>A provider speaks CIM and nothing of servers, wires or hypervisors. It never sees a property list; the object
 * manager trims, completes and checks.
 */
@NullMarked
package org.telvirt.provider;

import org.jspecify.annotations.NullMarked;

/**
 * Long work of an engine on a domain, such as saving, dumping or taking a snapshot: how far it is, and its end before
 * time.
 */
@NullMarked
package org.telvirt.hypervisor.work;

import org.jspecify.annotations.NullMarked;

/**
 * The machine that an engine runs on: processors and how they belong together, memory and its pages, devices; what there
 * is, and what is free.
 */
@NullMarked
package org.telvirt.hypervisor.host;

import org.jspecify.annotations.NullMarked;

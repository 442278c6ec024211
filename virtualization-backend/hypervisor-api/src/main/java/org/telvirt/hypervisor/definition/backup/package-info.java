/**
 * What is asked for, and what is there, when domains are backed up: values that the floors above the engines share with
 * them.
 */
@NullMarked
package org.telvirt.hypervisor.definition.backup;

import org.jspecify.annotations.NullMarked;

/**
 * What must survive: small texts in tables, written all or nothing and durable before they are acknowledged, and an
 * append-only record of what was done.
 */
@NullMarked
package org.telvirt.store;

import org.jspecify.annotations.NullMarked;

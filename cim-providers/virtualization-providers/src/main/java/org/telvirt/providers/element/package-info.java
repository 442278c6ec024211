/**
 * What all elements of the profiles share: property names, namespaces, identifiers, and the tables that turn a refusal
 * of the facility into return values and status codes (CIM Schema 2.49, Core).
 */
@NullMarked
package org.telvirt.providers.element;

import org.jspecify.annotations.NullMarked;

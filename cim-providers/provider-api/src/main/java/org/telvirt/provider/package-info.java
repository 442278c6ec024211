/** What a CIM provider is: instances, associations, methods and indications. */
@NullMarked
package org.telvirt.provider;

import org.jspecify.annotations.NullMarked;

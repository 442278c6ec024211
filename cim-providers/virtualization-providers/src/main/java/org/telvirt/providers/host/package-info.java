/** The host: the central instance of the System Virtualization profile (DSP1042), and what it hosts. */
@NullMarked
package org.telvirt.providers.host;

import org.jspecify.annotations.NullMarked;

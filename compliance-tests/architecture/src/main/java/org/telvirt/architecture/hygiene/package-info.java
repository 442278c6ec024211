/** What the files of a repository must not carry out of the workshop: paths of one machine, hosts, keys. */
@NullMarked
package org.telvirt.architecture.hygiene;

import org.jspecify.annotations.NullMarked;

/** The crawler through servers with one, fifty and a thousand virtual systems that change under it. */
@NullMarked
package org.telvirt.conformance.crawler;

import org.jspecify.annotations.NullMarked;

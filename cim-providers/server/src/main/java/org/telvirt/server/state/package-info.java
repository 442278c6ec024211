/** The folder for what must survive a restart, and the lock that keeps a second server out of it. */
@NullMarked
package org.telvirt.server.state;

import org.jspecify.annotations.NullMarked;

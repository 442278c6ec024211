/** The command line: what was asked for, and the help. Built from the table of settings. */
@NullMarked
package org.telvirt.server.command;

import org.jspecify.annotations.NullMarked;

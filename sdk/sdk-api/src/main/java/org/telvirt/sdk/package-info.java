/**
 * Virtual systems on any server that has the DMTF profiles, by typed calls: list them, define them, change their state and what
 * they consist of, take snapshots, and wait for what takes long.
 *
 * <p>It begins with a {@link org.telvirt.sdk.CimConnection}, such as that of {@code sdk-cimxml}, and a
 * {@link org.telvirt.sdk.VirtualSystems} on it. It is written against DSP1042, DSP1057 and DSP1103 and knows no server's
 * rooms. Calls wait in the thread of their caller; there are no threads here.
 */
@NullMarked
package org.telvirt.sdk;

import org.jspecify.annotations.NullMarked;

/**
 * What can be claimed: the 95 requirements of the SCOPE Alliance with their parts, and the DMTF standards. Two resource
 * files hold the tables; this room reads them and checks claims against them.
 */
@NullMarked
package org.telvirt.traceability.claim;

import org.jspecify.annotations.NullMarked;

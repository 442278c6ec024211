/**
 * The recorder: a JUnit Platform listener, found by the service loader, that notes the outcome of every test that claims
 * a requirement. It judges nothing; an unknown claim is written down as it stands.
 */
@NullMarked
package org.telvirt.traceability.recording;

import org.jspecify.annotations.NullMarked;

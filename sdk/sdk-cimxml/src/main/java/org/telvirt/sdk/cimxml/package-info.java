/**
 * Connections of the SDK over CIM-XML (DSP0200), by the SBLIM CIM client.
 *
 * <p>{@link org.telvirt.sdk.cimxml.CimXmlConnection} is the only door; the library's types are known nowhere else. Its way with
 * TLS is not used: it checks neither who vouches for the server nor the server's name.
 */
@NullMarked
package org.telvirt.sdk.cimxml;

import org.jspecify.annotations.NullMarked;

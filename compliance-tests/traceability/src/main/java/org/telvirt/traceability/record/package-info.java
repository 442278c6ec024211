/**
 * The record of a test run on disk: one file per test JVM, one JSON object per line. Written by the recorder, read by
 * the report, and readable by any other tool. Knows neither JUnit nor the requirements.
 */
@NullMarked
package org.telvirt.traceability.record;

import org.jspecify.annotations.NullMarked;

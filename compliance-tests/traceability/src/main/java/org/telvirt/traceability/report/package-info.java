/**
 * The report of all requirements: what is proved, by which tests, on what, and where the gaps are. Reads the records of
 * all modules after their tests; a gap is shown as a gap, and an unknown claim, a failed test or a test JVM that ended
 * early fails the build.
 */
@NullMarked
package org.telvirt.traceability.report;

import org.jspecify.annotations.NullMarked;

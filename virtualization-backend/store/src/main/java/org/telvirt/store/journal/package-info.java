/**
 * A store in a folder: an append-only journal of commits in segments, and the audit files that people read. One write
 * makes a batch of commits durable. Knows files and bytes, nothing of what the texts mean.
 */
@NullMarked
package org.telvirt.store.journal;

import org.jspecify.annotations.NullMarked;

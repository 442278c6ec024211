package org.telvirt.hypervisor.definition.backup;

/**
 * How a backup ended whose caller was gone.
 *
 * @param isWhole whether all its files are there, under their names
 * @param message what is so now, as a clause with a small beginning
 */
public record BackupEnd(boolean isWhole, String message) {}

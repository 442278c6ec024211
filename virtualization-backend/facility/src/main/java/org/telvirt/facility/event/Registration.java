package org.telvirt.facility.event;

/** A listener that listens; closing it ends that. */
@FunctionalInterface
public interface Registration extends AutoCloseable {
    @Override
    void close();
}

package org.telvirt.hypervisor;

/** A listener that listens; closing it ends that. */
@FunctionalInterface
public interface Registration extends AutoCloseable {
    @Override
    void close();
}

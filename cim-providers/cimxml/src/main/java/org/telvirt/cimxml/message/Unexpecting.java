package org.telvirt.cimxml.message;

import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimObjectPath;

/** Agrees with every message: for those inside a batch and those that come without header fields. */
enum Unexpecting implements Expectation {
    INSTANCE;

    @Override
    public void protocolVersion(String version) {
        // any
    }

    @Override
    public void batch(boolean batch) {
        // either
    }

    @Override
    public void method(String name) {
        // any
    }

    @Override
    public void namespace(CimNamespace namespace) {
        // any
    }

    @Override
    public void target(CimNamespace namespace, CimObjectPath path) {
        // any
    }
}

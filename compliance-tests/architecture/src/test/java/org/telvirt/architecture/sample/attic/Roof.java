package org.telvirt.architecture.sample.attic;

import org.telvirt.architecture.sample.cellar.Boiler;

/** Uses the cellar, as the floor plan of the tests allows. */
public final class Roof {
    /** The temperature under it. */
    public int degrees() {
        return new Boiler().degrees() / 2;
    }
}

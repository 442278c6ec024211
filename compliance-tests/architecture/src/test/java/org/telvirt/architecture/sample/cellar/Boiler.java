package org.telvirt.architecture.sample.cellar;

import java.net.http.HttpClient;
import java.util.List;
import java.util.function.Supplier;
import org.telvirt.architecture.sample.attic.Roof;

/** Uses the attic and a library, which the floor plan of the tests does not allow. */
public final class Boiler {
    private final Supplier<List<Roof>> roofs = List::of;

    /** Its temperature. */
    public int degrees() {
        return roofs.get().size() + 60;
    }

    /** Something that a boiler has no use for. */
    public HttpClient[] clients() {
        return new HttpClient[0];
    }
}

package org.telvirt.mof.syntax;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimName;
import org.telvirt.mof.source.Place;
import org.telvirt.mof.source.SourceText;

/** A class as written, and where its parts are. */
public final class DeclaredClass {
    private final CimClass written;
    private final SourceText source;
    private final int[] offsets;

    // offsets: of the name, of the superclass, then of each property and each method in order
    DeclaredClass(CimClass written, SourceText source, int[] offsets) {
        this.written = written;
        this.source = source;
        this.offsets = offsets;
    }

    /** The class with its own elements only. */
    public CimClass written() {
        return written;
    }

    /** Where the class has its name. */
    public Place place() {
        return new Place(source, offsets[0]);
    }

    /** Where the class names its superclass; where it has its name if there is none. */
    public Place superclassPlace() {
        return new Place(source, offsets[1]);
    }

    /** Where a property or method has its name; the place of the class if it has no such element. */
    public Place placeOf(@Nullable CimName element) {
        int index = 2;
        for (var property : written.properties()) {
            if (property.name().equals(element)) {
                return new Place(source, offsets[index]);
            }
            index++;
        }
        for (var method : written.methods()) {
            if (method.name().equals(element)) {
                return new Place(source, offsets[index]);
            }
            index++;
        }
        return place();
    }
}

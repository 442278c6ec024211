package org.telvirt.cimom;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cimom.routing.Space;
import org.telvirt.cimom.routing.Spaces;
import org.telvirt.cimom.schema.Shape;
import org.telvirt.cimom.schema.Slot;
import org.telvirt.cimom.stored.StoredLink;

/**
 * Follows the associations that no provider answers for. They are found from each of their ends, and lead to what exists
 * only: an end may have been removed since. Safe for use by many threads.
 */
final class StoredAssociations {
    private final Spaces spaces;
    private final InstanceReader instances;

    StoredAssociations(Spaces spaces, InstanceReader instances) {
        this.spaces = spaces;
        this.instances = instances;
    }

    /** The associations of a source, each once. */
    CimCursor<StoredLink> links(CimInstancePath source, HopFilter filter, Space space, CallContext context)
            throws CimException {
        Collection<StoredLink> known = space.stored().linksOf(source);
        if (known.isEmpty() || !instances.exists(source, space, context)) {
            return CimCursor.empty();
        }
        long[] last = {-1};
        return CimCursor.<StoredLink>of(known).map(link -> {
            if (!filter.accepts(link) || link.instance().number() == last[0]) {
                return null;
            }
            last[0] = link.instance().number();
            return link;
        });
    }

    /** The association itself, as an answer has it. */
    static CimInstance shown(StoredLink link, InstanceView view, CallContext context) {
        return Shape.of(link.association(), view)
                .shown(link.instance().instance(), link.instance().path().on(context.serverHost()));
    }

    /** What exists at the other ends of a source's associations, in canonical form. */
    CimCursor<CimInstancePath> farEnds(CimInstancePath source, HopFilter filter, Space space, CallContext context)
            throws CimException {
        Collection<StoredLink> known = space.stored().linksOf(source);
        if (known.isEmpty() || !instances.exists(source, space, context)) {
            return CimCursor.empty();
        }
        return CimCursor.<StoredLink>of(known)
                .flatMap(link -> filter.accepts(link) ? CimCursor.of(farEnds(link, filter.resultRole())) : null)
                .map(path -> exists(path, context) ? path : null);
    }

    private static List<CimInstancePath> farEnds(StoredLink link, @Nullable CimName resultRole) {
        List<CimInstancePath> ends = new ArrayList<>(1);
        for (Slot slot : link.association().slots()) {
            if (slot.index() != link.near().index()
                    && slot.type().type().type() == CimType.REFERENCE
                    && (resultRole == null || resultRole.equals(slot.name()))
                    && link.instance().instance().properties().get(slot.index()).value()
                            instanceof CimValue.Reference reference
                    && reference.path() instanceof CimInstancePath path) {
                ends.add(path);
            }
        }
        return ends;
    }

    private boolean exists(CimInstancePath path, CallContext context) throws CimException {
        CimNamespace namespace = path.namespace();
        Space there = path.host() != null || namespace == null ? null : spaces.find(namespace);
        return there != null && instances.exists(path, there, context);
    }
}

package org.telvirt.cimom.routing;

import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cimom.schema.ClassLayout;
import org.telvirt.provider.AssociationEnd;
import org.telvirt.provider.Link;

/**
 * A way from the instances of a class over one association.
 *
 * @param near the end that refers to those instances
 * @param far the other end
 * @param fromLeft whether the near end is the left one
 * @param also whether the same provider offers its other end for the same instances too
 */
public record Hop(LinkSource source, AssociationEnd near, AssociationEnd far, boolean fromLeft, boolean also) {
    /** The association class. */
    public ClassLayout association() {
        return source.layout();
    }

    /** The links of this instance; one that leads back to it comes over the left end only, if it has the choice. */
    public CimCursor<Link> links(CimInstancePath path, boolean bothEnds, CallContext context) throws CimException {
        if (fromLeft) {
            return source.provider().linksFromLeft(path, context);
        }
        CimCursor<Link> links = source.provider().linksFromRight(path, context);
        if (!also || !bothEnds) {
            return links;
        }
        CimInstancePath itself = path.in(null);
        return links.map(link -> link.left().in(null).on(null).equals(itself) ? null : link);
    }

    /** The instance at the far end, with its namespace. */
    public CimInstancePath far(Link link) {
        return fromLeft ? source.right(link) : source.left(link);
    }

    /** The association itself, not completed yet. */
    public CimInstance instance(Link link) {
        return source.instance(link);
    }
}

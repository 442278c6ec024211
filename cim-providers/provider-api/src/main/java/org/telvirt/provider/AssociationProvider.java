package org.telvirt.provider;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;

/**
 * Answers for some of the links of an association class between two classes; several providers may share an
 * association class. Both directions give the same links. Only links between instances that exist are given. Safe for
 * use by many threads.
 */
public interface AssociationProvider {
    /** The association class, which is not abstract. */
    CimName className();

    AssociationEnd left();

    AssociationEnd right();

    /** All links. */
    CimCursor<Link> links(CallContext context) throws CimException;

    /** The links whose left end is this instance, found by its key. */
    CimCursor<Link> linksFromLeft(CimInstancePath left, CallContext context) throws CimException;

    /** The links whose right end is this instance, found by its key. */
    CimCursor<Link> linksFromRight(CimInstancePath right, CallContext context) throws CimException;

    /**
     * The link between two instances; override it where the links of the left end are many.
     *
     * @return null: they are not linked
     */
    default @Nullable Link link(CimInstancePath left, CimInstancePath right, CallContext context) throws CimException {
        CimInstancePath wanted = right.in(null).on(null);
        try (CimCursor<Link> links = linksFromLeft(left, context)) {
            for (Link link = links.next(); link != null; link = links.next()) {
                if (link.right().in(null).on(null).equals(wanted)) {
                    return link;
                }
            }
            return null;
        }
    }
}

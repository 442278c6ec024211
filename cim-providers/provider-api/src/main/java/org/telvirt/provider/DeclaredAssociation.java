package org.telvirt.provider;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.provider.Associations.LinkProperties;
import org.telvirt.provider.Associations.LinkTest;
import org.telvirt.provider.Associations.Neighbours;

/** An association that {@link Associations} put together. Safe for use by many threads if its functions are. */
record DeclaredAssociation(
        CimName className,
        ProvidedEnd leftEnd,
        ProvidedEnd rightEnd,
        Neighbours rightward,
        Neighbours leftward,
        LinkTest test,
        LinkProperties properties)
        implements AssociationProvider {

    @Override
    public AssociationEnd left() {
        return leftEnd.end();
    }

    @Override
    public AssociationEnd right() {
        return rightEnd.end();
    }

    @Override
    public CimCursor<Link> links(CallContext context) throws CimException {
        return leftEnd.instances().enumeratePaths(context).flatMap(left -> rightOf(left, context));
    }

    @Override
    public CimCursor<Link> linksFromLeft(CimInstancePath left, CallContext context) throws CimException {
        return leftEnd.exists(left, context) ? rightOf(left, context) : CimCursor.empty();
    }

    @Override
    public CimCursor<Link> linksFromRight(CimInstancePath right, CallContext context) throws CimException {
        return rightEnd.exists(right, context) ? leftOf(right, context) : CimCursor.empty();
    }

    @Override
    public @Nullable Link link(CimInstancePath left, CimInstancePath right, CallContext context) throws CimException {
        return leftEnd.exists(left, context) && rightEnd.exists(right, context) && test.links(left, right, context)
                ? made(left, right, context)
                : null;
    }

    private CimCursor<Link> rightOf(CimInstancePath left, CallContext context) throws CimException {
        return CimCursor.of(rightward.of(left, context)).map(right -> made(left, right, context));
    }

    private CimCursor<Link> leftOf(CimInstancePath right, CallContext context) throws CimException {
        return CimCursor.of(leftward.of(right, context)).map(left -> made(left, right, context));
    }

    private Link made(CimInstancePath left, CimInstancePath right, CallContext context) throws CimException {
        return new Link(left, right, properties.of(left, right, context));
    }
}

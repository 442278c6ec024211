package org.telvirt.provider;

import org.telvirt.cim.CimName;

/**
 * One end of an association.
 *
 * @param role the reference property
 * @param className the class of the instances at this end as this provider links them; it may be narrower than declared
 */
public record AssociationEnd(CimName role, CimName className) {}

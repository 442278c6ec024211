package org.telvirt.mof.repository;

import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimPropertyDeclaration;

/**
 * One end of an association: a reference that can point to instances of a class.
 *
 * @param association with all that it inherits
 * @param reference a property of the association
 */
public record AssociationEnd(CimClass association, CimPropertyDeclaration reference) {}

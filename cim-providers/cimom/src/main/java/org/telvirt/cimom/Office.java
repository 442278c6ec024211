package org.telvirt.cimom;

import java.util.List;
import org.telvirt.cim.operation.EmbeddedObjectReader;
import org.telvirt.cimom.check.ArgumentCheck;
import org.telvirt.cimom.check.Completion;
import org.telvirt.cimom.check.Defects;
import org.telvirt.cimom.check.PathCheck;
import org.telvirt.cimom.check.ValueCheck;
import org.telvirt.cimom.enumeration.EnumerationLimits;
import org.telvirt.cimom.enumeration.EnumerationTable;
import org.telvirt.cimom.routing.Spaces;

/** The parts of the object manager that perform operations, wired to each other. */
record Office(InstanceReader instances, AssociationReader associations, MethodInvoker methods, PullService pulls) {

    static Office of(
            Spaces spaces,
            List<EmbeddedObjectReader> readers,
            EnumerationTable enumerations,
            EnumerationLimits limits,
            Defects defects) {
        PathCheck paths = new PathCheck(spaces.schemas());
        Completion completion = new Completion(spaces.schemas(), defects);
        ArgumentCheck arguments = new ArgumentCheck(new ValueCheck(spaces.schemas(), readers));
        InstanceReader instances = new InstanceReader(paths, completion, defects);
        AssociationReader associations = new AssociationReader(spaces, paths, completion, instances, defects);
        return new Office(
                instances,
                associations,
                new MethodInvoker(paths, arguments, completion, instances, defects),
                new PullService(enumerations, limits, associations));
    }
}

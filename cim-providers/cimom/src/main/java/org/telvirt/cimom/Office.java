package org.telvirt.cimom;

import org.telvirt.cimom.authorization.Authorizer;
import org.telvirt.cimom.change.Registrar;
import org.telvirt.cimom.check.ArgumentCheck;
import org.telvirt.cimom.check.Completion;
import org.telvirt.cimom.check.InstanceCheck;
import org.telvirt.cimom.check.PathCheck;
import org.telvirt.cimom.check.ValueCheck;
import org.telvirt.cimom.enumeration.EnumerationTable;
import org.telvirt.cimom.query.QueryLanguages;
import org.telvirt.cimom.routing.Spaces;

/** The parts of the object manager that perform operations, wired to each other. */
record Office(
        Authorizer authorizer,
        Deadlines deadlines,
        Registrar registrar,
        InstanceReader instances,
        InstanceWriter instanceWriter,
        AssociationReader associations,
        ClassWriter classWriter,
        MethodInvoker methods,
        QueryService queries,
        PullService pulls) {

    static Office of(Spaces spaces, EnumerationTable enumerations, CimomBuilder parts) {
        PathCheck paths = new PathCheck(spaces.schemas());
        Completion completion = new Completion(spaces.schemas(), parts.defects);
        ValueCheck values = new ValueCheck(spaces.schemas(), parts.readers);
        Registrar registrar = new Registrar(parts.store, parts.clock, parts.listener);
        Deadlines deadlines = new Deadlines(parts.clock);
        InstanceReader instances = new InstanceReader(paths, completion, parts.defects);
        AssociationReader associations = new AssociationReader(spaces, paths, completion, instances, parts.defects);
        QueryLanguages languages = new QueryLanguages(parts.languages);
        QueryService queries = new QueryService(languages, instances);
        return new Office(
                parts.authorizer,
                deadlines,
                registrar,
                instances,
                new InstanceWriter(
                        paths, new InstanceCheck(values), completion, registrar, new NamespaceWriter(spaces)),
                associations,
                new ClassWriter(registrar),
                new MethodInvoker(paths, new ArgumentCheck(values), completion, instances, parts.defects),
                queries,
                new PullService(
                        enumerations,
                        parts.limits,
                        associations,
                        queries,
                        languages,
                        new EnumerationSizes(parts.authorizer),
                        deadlines));
    }
}

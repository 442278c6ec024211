package org.telvirt.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CloseEnumeration;
import org.telvirt.cim.operation.CreateClass;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.cim.operation.DeleteClass;
import org.telvirt.cim.operation.DeleteInstance;
import org.telvirt.cim.operation.DeleteQualifier;
import org.telvirt.cim.operation.EnumerateClassNames;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.EnumerateQualifiers;
import org.telvirt.cim.operation.ExecQuery;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.GetProperty;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.cim.operation.ModifyClass;
import org.telvirt.cim.operation.ModifyInstance;
import org.telvirt.cim.operation.ReferenceNames;
import org.telvirt.cim.operation.References;
import org.telvirt.cim.operation.SetProperty;
import org.telvirt.cimom.authorization.Authorizer;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.store.MemoryStore;
import org.telvirt.traceability.Requirement;

class AuthorizerTest {
    private static final ClassTree CLASSES = ClassTree.of(TestServer.schemas());
    private static final CimNamespace VIRT = CimNamespace.of("root/virt");
    private static final CimNamespace INTEROP = CimNamespace.of("root/interop");
    private static final CimNamespace ALIAS = CimNamespace.of("interop");
    private static final CimName SYSTEM = CimName.of("Telvirt_ComputerSystem");
    private static final CimName JOB = CimName.of("Telvirt_ConcreteJob");
    private static final CimName FILTER = CimName.of("CIM_IndicationFilter");
    private static final CimName NAME = CimName.of("Name");

    private AccessControl access;
    private Authorizer authorizer;

    @BeforeEach
    void openAccess() throws IOException, CimException {
        access = AccessControl.open(new MemoryStore(), CLASSES);
        for (Role role : access.roles()) {
            access.assign(role.name(), role.name());
        }
        authorizer = access.authorizer();
    }

    private static CimInstancePath path(CimName className) {
        return CimInstancePath.of(className, NAME, "a");
    }

    private static CimInstance instance(CimName className) {
        return CimInstance.of(className).build();
    }

    private static CimClass someClass() {
        return new CimClass(CimName.of("My_Class"), null, List.of(), List.of(), List.of());
    }

    private static List<CimOperation<?>> reads(CimNamespace namespace) {
        AssociationFilter any = AssociationFilter.ANY;
        InstanceView all = InstanceView.ALL;
        return List.of(
                new GetInstance(namespace, path(SYSTEM), all),
                new GetProperty(namespace, path(SYSTEM), NAME),
                new EnumerateInstances(namespace, SYSTEM, true, all),
                new EnumerateInstanceNames(namespace, SYSTEM),
                new Associators(namespace, path(SYSTEM), any, all),
                new AssociatorNames(namespace, path(SYSTEM), any),
                new References(namespace, path(SYSTEM), any, all),
                new ReferenceNames(namespace, path(SYSTEM), any),
                new ExecQuery(namespace, "WQL", "SELECT * FROM " + SYSTEM),
                new EnumerateClassNames(namespace, null, true),
                new EnumerateQualifiers(namespace),
                new CloseEnumeration(namespace, "1"));
    }

    private static List<CimOperation<?>> instanceWrites(CimNamespace namespace, CimName className) {
        return List.of(
                new CreateInstance(namespace, instance(className)),
                new ModifyInstance(namespace, path(className), instance(className), null),
                new SetProperty(namespace, path(className), NAME, null),
                new DeleteInstance(namespace, path(className)));
    }

    private static List<CimOperation<?>> methods(CimNamespace namespace) {
        return List.of(new InvokeMethod(namespace, path(SYSTEM), CimName.of("RequestStateChange"), List.of()));
    }

    private static List<CimOperation<?>> classWrites(CimNamespace namespace) {
        return List.of(
                new CreateClass(namespace, someClass()),
                new ModifyClass(namespace, someClass()),
                new DeleteClass(namespace, SYSTEM),
                new DeleteQualifier(namespace, NAME));
    }

    private static List<CimOperation<?>> namespaceWrites() {
        CimName namespace = CimName.of("Telvirt_Namespace");
        return List.of(
                new CreateInstance(INTEROP, instance(namespace)),
                new DeleteInstance(INTEROP, path(namespace)),
                new CreateInstance(VIRT, instance(CimName.of("__Namespace"))));
    }

    private static List<CimOperation<?>> all(List<List<CimOperation<?>>> lists) {
        return lists.stream().<CimOperation<?>>flatMap(List::stream).toList();
    }

    private static Arguments line(String what, List<CimOperation<?>> operations, String... allowed) {
        return Arguments.of(what, operations, Set.of(allowed));
    }

    static Stream<Arguments> matrix() {
        String viewer = ReadyRoles.VIEWER;
        String operator = ReadyRoles.OPERATOR;
        String administrator = ReadyRoles.ADMINISTRATOR;
        CimName role = CimName.of("Telvirt_Role");
        return Stream.of(
                line("reads", all(List.of(reads(VIRT), reads(INTEROP), reads(ALIAS))), viewer, operator, administrator),
                line("instances of virtual systems", instanceWrites(VIRT, SYSTEM), operator, administrator),
                line("methods of virtual systems", methods(VIRT), operator, administrator),
                line("subscriptions", instanceWrites(INTEROP, FILTER), operator, administrator),
                line("subscriptions by another name", instanceWrites(ALIAS, FILTER), operator, administrator),
                line("access control", all(List.of(instanceWrites(INTEROP, role), methods(INTEROP))), administrator),
                line(
                        "access control by another name",
                        all(List.of(instanceWrites(ALIAS, role), methods(ALIAS))),
                        administrator),
                line("classes", all(List.of(classWrites(VIRT), classWrites(INTEROP))), administrator),
                line("namespaces", namespaceWrites(), administrator));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("matrix")
    @Requirement({"DSP1039 7"})
    void letsEachReadyMadeRoleDoWhatItIsFor(String what, List<CimOperation<?>> operations, Set<String> allowed) {
        for (CimOperation<?> operation : operations) {
            List<String> may = new ArrayList<>();
            for (String user : List.of("nobody", "viewer", "operator", "administrator")) {
                try {
                    authorizer.check(operation, CallContext.internal(user));
                    may.add(user);
                } catch (CimException e) {
                    assertThat(e.status()).isEqualTo(CimStatus.ACCESS_DENIED);
                    assertThat(e).hasMessageContaining("'" + user + "'");
                }
            }
            assertThat(may).as("%s: %s", what, operation).containsExactlyInAnyOrderElementsOf(allowed);
        }
    }

    private String denied(String user, CimOperation<?> operation) {
        CimException denied =
                catchThrowableOfType(CimException.class, () -> authorizer.check(operation, CallContext.internal(user)));
        assertThat(denied).as("%s", operation).isNotNull();
        assertThat(denied.status()).isEqualTo(CimStatus.ACCESS_DENIED);
        return denied.getMessage();
    }

    private void allowed(String user, CimOperation<?>... operations) {
        for (CimOperation<?> operation : operations) {
            assertThatCode(() -> authorizer.check(operation, CallContext.internal(user)))
                    .as("%s", operation)
                    .doesNotThrowAnyException();
        }
    }

    @Nested
    class Denial {
        @Test
        void namesUserActivityObjectAndTheRoleThatWouldAllowIt() {
            assertThat(denied("viewer", new DeleteInstance(VIRT, path(SYSTEM))))
                    .isEqualTo("User 'viewer' may not delete root/virt:Telvirt_ComputerSystem.Name=\"a\":"
                            + " its roles do not allow it (viewer); role 'operator' would");
            assertThat(denied("nobody", new GetInstance(VIRT, path(SYSTEM), InstanceView.ALL)))
                    .isEqualTo("User 'nobody' may not read root/virt:Telvirt_ComputerSystem.Name=\"a\":"
                            + " it has no role; role 'viewer' would");
            assertThat(denied("operator", methods(ALIAS).get(0)))
                    .contains("invoke root/interop:Telvirt_ComputerSystem", ".RequestStateChange", "'administrator'");
        }
    }

    @Nested
    class OwnRole {
        private void grant(Activity activity, ScopeText.Format format, String scope) throws CimException {
            Grant grant =
                    new Grant(activity, new ScopeText(format, scope).toScope().orElseThrow());
            access.create(Role.named("own", "").with(List.of(new Privilege("p", "", List.of(grant)))));
            access.assign("me", "own");
        }

        @Test
        void ofANamespaceHoldsUnderItsOtherNames() throws CimException {
            grant(Activity.READ, ScopeText.Format.NAMESPACE, "root/PG_InterOp");

            allowed("me", reads(INTEROP).toArray(CimOperation<?>[]::new));
            allowed("me", reads(ALIAS).toArray(CimOperation<?>[]::new));
            reads(VIRT).forEach(read -> denied("me", read));
        }

        @Test
        void ofAClassHoldsForItsSubclassesAndListsOfItsSuperclasses() throws CimException {
            grant(Activity.READ, ScopeText.Format.CLASS, "CIM_Job");

            allowed("me", new GetInstance(VIRT, path(JOB), InstanceView.ALL));
            allowed("me", new EnumerateInstanceNames(VIRT, CimName.of("CIM_ManagedElement")));
            denied("me", new EnumerateInstanceNames(VIRT, SYSTEM));
            denied("me", new GetInstance(VIRT, path(SYSTEM), InstanceView.ALL));
            assertThat(authorizer.shows(path(JOB).in(VIRT), CallContext.internal("me")))
                    .isTrue();
            assertThat(authorizer.shows(path(SYSTEM).in(VIRT), CallContext.internal("me")))
                    .isFalse();
            assertThat(authorizer.showsEverything(CallContext.internal("me"))).isFalse();
        }

        @Test
        void ofAClassInOneNamespaceHoldsThereOnly() throws CimException {
            grant(Activity.DELETE, ScopeText.Format.CLASS, "root/virt:CIM_Job");

            allowed("me", new DeleteInstance(VIRT, path(JOB)));
            denied("me", new DeleteInstance(INTEROP, path(JOB)));
            denied("me", new GetInstance(VIRT, path(JOB), InstanceView.ALL));
        }

        @Test
        void ofAMethodHoldsForNoOther() throws CimException {
            grant(Activity.EXECUTE, ScopeText.Format.METHOD, "CIM_ConcreteJob.RequestStateChange");

            allowed("me", new InvokeMethod(VIRT, path(JOB), CimName.of("requeststatechange"), List.of()));
            denied("me", new InvokeMethod(VIRT, path(JOB), CimName.of("KillJob"), List.of()));
            denied("me", new InvokeMethod(VIRT, path(SYSTEM), CimName.of("RequestStateChange"), List.of()));
        }

        @Test
        void ofAnInstanceHoldsForNoOther() throws CimException {
            grant(Activity.MODIFY, ScopeText.Format.INSTANCE, "root/virt:telvirt_computersystem.name=\"a\"");

            allowed("me", new ModifyInstance(VIRT, path(SYSTEM), instance(SYSTEM), null));
            denied("me", new ModifyInstance(VIRT, CimInstancePath.of(SYSTEM, NAME, "b"), instance(SYSTEM), null));
            denied("me", new ModifyInstance(INTEROP, path(SYSTEM), instance(SYSTEM), null));
        }

        @Test
        void thatReadsOnlyAClassMayNotQuery() throws CimException {
            grant(Activity.READ, ScopeText.Format.CLASS, "CIM_Job");

            denied("me", new ExecQuery(VIRT, "WQL", "SELECT * FROM CIM_Job"));
        }
    }
}

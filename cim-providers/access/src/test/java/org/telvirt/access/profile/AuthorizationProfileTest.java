package org.telvirt.access.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.access.AccessControl;
import org.telvirt.access.Activity;
import org.telvirt.access.ClassTree;
import org.telvirt.access.Grant;
import org.telvirt.access.Privilege;
import org.telvirt.access.ReadyRoles;
import org.telvirt.access.Role;
import org.telvirt.access.Scope;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.InvokeMethod;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.cimom.consistency.ConsistencyCrawler;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.provider.Arguments;
import org.telvirt.provider.FixedInstances;
import org.telvirt.provider.InstanceProvider;
import org.telvirt.provider.ProviderSet;
import org.telvirt.store.MemoryStore;
import org.telvirt.traceability.Requirement;

class AuthorizationProfileTest {
    private static final ClassTree CLASSES = ClassTree.of(TestServer.schemas());
    private static final CimNamespace VIRT = CimNamespace.of("root/virt");
    private static final CimNamespace INTEROP = AccessNames.INTEROP;
    private static final CimName HOST_CLASS = CimName.of("Telvirt_HostSystem");
    private static final CimInstancePath HOST = CimInstancePath.of(
            HOST_CLASS,
            RoleMapper.key(AccessNames.CREATION_CLASS_NAME, HOST_CLASS.toString()),
            RoleMapper.key(AccessNames.NAME, "host-1"));

    private static final CallContext CALL = TestServer.CONTEXT;

    private final MemoryStore store = new MemoryStore();
    private AccessControl access;
    private TestServer server;

    @BeforeEach
    void startServer() throws IOException, CimException {
        access = AccessControl.open(store, CLASSES);
        access.assign("boss", ReadyRoles.ADMINISTRATOR);
        access.assign("eve", ReadyRoles.VIEWER);
        FixedInstances hosts = new FixedInstances(
                HOST_CLASS, List.of(CimInstance.of(HOST_CLASS).withKeys(HOST).at(HOST)));
        AuthorizationProfile profile = new AuthorizationProfile(
                access, KnownUsers.listed(() -> List.of("boss", "newcomer")), HOST, hosts, VIRT);
        ProviderSet host = new ProviderSet(Set.of(VIRT), List.of(hosts), List.of(), List.of());
        server = TestServer.of(
                Stream.concat(Stream.of(host), profile.providers().stream()).toList(), TestServer.FATAL);
    }

    private static Role own() {
        List<Grant> grants = List.of(
                new Grant(Activity.READ, new Scope.Everything()),
                new Grant(Activity.WRITE_CLASSES, new Scope.InNamespace(VIRT)),
                new Grant(Activity.EXECUTE, new Scope.OfMethod(VIRT, CimName.of("CIM_Job"), CimName.of("KillJob"))));
        return Role.named("own", "Our own").with(List.of(new Privilege("all", "All of it", grants)));
    }

    private static CimInstance privilege(int activity, @Nullable String qualifier, int format) {
        return CimInstance.of(AccessNames.TELVIRT_PRIVILEGE)
                .with(AccessNames.INSTANCE_ID, "Telvirt:Privilege:own:more")
                .with(AccessNames.ACTIVITIES, CimValues.uint16s(activity))
                .with(AccessNames.ACTIVITY_QUALIFIERS, qualifier == null ? null : CimValues.texts(qualifier))
                .with(AccessNames.QUALIFIER_FORMATS, qualifier == null ? null : CimValues.uint16s(format))
                .build();
    }

    @Test
    @Requirement({"DSP1039 7.1", "DSP1039 8"})
    void isTheSameFromEverySide() throws CimException {
        access.create(own());
        access.assign("eve", "own");
        ConsistencyCrawler crawler =
                new ConsistencyCrawler(server.cimom(), TestServer.CONTEXT, List.of(VIRT, INTEROP), Set.of());

        assertThat(crawler.crawl()).isEmpty();
        assertThat(crawler.associations()).isGreaterThan(40);
    }

    @Test
    @Requirement({"DSP1039 7.2"})
    void leadsFromTheHostToTheServiceAndFromAUserToItsPrivileges() throws CimException {
        AssociationFilter hosted = new AssociationFilter(AccessNames.HOSTED_SERVICE, null, null, null);
        AssociationFilter member = new AssociationFilter(AccessNames.MEMBER_OF_COLLECTION, null, null, null);

        assertThat(names(VIRT, HOST, hosted))
                .hasSize(1)
                .allMatch(path -> path.namespace() != null && path.namespace().equals(INTEROP));
        assertThat(names(INTEROP, IdentityProvider.path("eve"), member))
                .extracting(path -> path.text(AccessNames.NAME))
                .containsExactly("viewer");
        assertThat(names(INTEROP, RoleMapper.path("viewer"), member))
                .extracting(path -> path.text(AccessNames.INSTANCE_ID))
                .containsExactlyInAnyOrder("Telvirt:Privilege:viewer:read", "Telvirt:Identity:eve");
    }

    private List<CimInstancePath> names(CimNamespace namespace, CimInstancePath path, AssociationFilter filter)
            throws CimException {
        return server.execute(new AssociatorNames(namespace, path, filter)).toList();
    }

    @Nested
    class Instances {
        private InstanceProvider roles;
        private InstanceProvider privileges;

        @BeforeEach
        void makeProviders() {
            roles = new RoleProvider(access);
            privileges = new PrivilegeProvider(access);
        }

        @Test
        @Requirement({"DSP1039 8"})
        void ofRolesAndPrivilegesCanBeMadeChangedAndRemoved() throws CimException {
            CimInstance role = CimInstance.of(AccessNames.TELVIRT_ROLE)
                    .with(AccessNames.NAME, "own")
                    .with(AccessNames.COMMON_NAME, "Our own")
                    .build();
            assertThat(roles.create(role, CALL)).isEqualTo(RoleMapper.path("own"));
            CimInstancePath privilege = privileges.create(privilege(6, "root/virt:CIM_Job", 2), CALL);
            assertThat(grantsOfOwn())
                    .containsExactly(new Grant(Activity.MODIFY, new Scope.OfClass(VIRT, CimName.of("CIM_Job"))));

            privileges.modify(
                    CimInstance.of(AccessNames.TELVIRT_PRIVILEGE)
                            .with(AccessNames.ACTIVITIES, CimValues.uint16s(7))
                            .at(privilege),
                    CALL);
            assertThat(grantsOfOwn())
                    .containsExactly(new Grant(Activity.EXECUTE, new Scope.OfClass(VIRT, CimName.of("CIM_Job"))));

            CimInstance title = CimInstance.of(AccessNames.TELVIRT_ROLE)
                    .with(AccessNames.COMMON_NAME, "Another")
                    .at(RoleMapper.path("own"));
            roles.modify(title, CALL);
            assertThat(access.role("own").title()).isEqualTo("Another");
            privileges.delete(privilege, CALL);
            assertThat(access.role("own").privileges()).isEmpty();
            roles.delete(RoleMapper.path("own"), CALL);
            assertThat(access.role("own")).isNull();
        }

        private List<Grant> grantsOfOwn() {
            return access.role("own").privileges().get(0).grants();
        }

        @Test
        void ofPrivilegesThatMeanNothingAreRefused() throws CimException {
            access.create(own());

            assertThatThrownBy(() -> privileges.create(privilege(4, null, 0), CALL))
                    .hasMessageContaining("cannot be granted");
            assertThatThrownBy(() -> privileges.create(privilege(5, "CIM_Job", 4), CALL))
                    .hasMessageContaining("'CIM_Job' is no scope of format 4");
            assertThat(access.role("own")).isEqualTo(own());
        }

        @Test
        void ofReadyMadeRolesStay() {
            assertThatThrownBy(() -> roles.delete(RoleMapper.path("viewer"), CALL))
                    .hasMessageContaining("cannot be changed");
            assertThatThrownBy(() -> privileges.delete(new PrivilegeMapper.Name("viewer", "read").path(), CALL))
                    .hasMessageContaining("cannot be changed");
        }

        @Test
        void showWhatWasGranted() throws CimException {
            access.create(own());

            CimInstance shown = server.execute(
                    new GetInstance(INTEROP, new PrivilegeMapper.Name("own", "all").path(), InstanceView.ALL));

            assertThat(PrivilegeMapper.toPrivilege("all", shown))
                    .isEqualTo(own().privileges().get(0));
        }
    }

    @Nested
    class Methods {
        private CimInstancePath service;

        @BeforeEach
        void findService() throws CimException {
            service = server.execute(new EnumerateInstanceNames(INTEROP, AccessNames.TELVIRT_SERVICE))
                    .toList()
                    .get(0);
        }

        private MethodResult invoke(CimName method, CimArgument... arguments) throws CimException {
            return server.execute(new InvokeMethod(INTEROP, service.in(null).on(null), method, List.of(arguments)));
        }

        private static CimArgument argument(CimName name, CimValue value) {
            return new CimArgument(name, null, value);
        }

        private static CimArgument reference(CimName name, CimInstancePath path) {
            return argument(name, CimValues.reference(path.in(INTEROP)));
        }

        private static CimArgument roles(String... names) {
            return argument(
                    AccessNames.ROLES,
                    CimValues.references(Stream.of(names)
                            .map(name -> RoleMapper.path(name).in(INTEROP))
                            .toList()));
        }

        private static CimValue code(int code) {
            return CimValues.uint32(code);
        }

        @Test
        @Requirement({"DSP1039 8.1"})
        void assignAndShowTheRolesOfAUser() throws CimException {
            CimArgument newcomer = reference(AccessNames.IDENTITY, IdentityProvider.path("newcomer"));
            assertThat(invoke(AccessNames.ASSIGN_ROLES, newcomer, roles("operator", "viewer"))
                            .returnValue())
                    .isEqualTo(code(0));
            assertThat(access.rolesOf("newcomer")).containsExactly("operator", "viewer");

            MethodResult shown =
                    invoke(AccessNames.SHOW_ROLES, reference(AccessNames.SUBJECT, IdentityProvider.path("newcomer")));
            assertThat(shown.returnValue()).isEqualTo(code(0));
            assertThat(new Arguments(shown.outputs()).embeddeds(AccessNames.ROLES))
                    .extracting(role -> role.text(AccessNames.NAME))
                    .containsExactly("viewer", "operator", "operator", "operator");

            assertThat(invoke(AccessNames.ASSIGN_ROLES, newcomer, roles()).returnValue())
                    .isEqualTo(code(0));
            assertThat(access.rolesOf("newcomer")).isEmpty();
        }

        @Test
        void failWhenNobodyWouldBeAdministratorOrSomethingIsUnknown() throws CimException {
            CimArgument boss = reference(AccessNames.IDENTITY, IdentityProvider.path("boss"));

            assertThat(invoke(AccessNames.ASSIGN_ROLES, boss, roles("viewer")).returnValue())
                    .isEqualTo(code(2));
            assertThat(invoke(AccessNames.ASSIGN_ROLES, boss, roles("nonsense")).returnValue())
                    .isEqualTo(code(2));
            assertThat(access.rolesOf("boss")).containsExactly("administrator");
        }

        @Test
        @Requirement({"DSP1039 8.1"})
        void createModifyAndDeleteARole() throws CimException {
            CimInstance template = CimInstance.of(AccessNames.TELVIRT_ROLE)
                    .with(AccessNames.NAME, "own")
                    .with(AccessNames.COMMON_NAME, "Our own")
                    .build();
            MethodResult made = invoke(
                    AccessNames.CREATE_ROLE,
                    argument(AccessNames.ROLE_TEMPLATE, CimValues.embedded(template)),
                    argument(AccessNames.PRIVILEGES, CimValues.embeddeds(List.of(privilege(5, null, 0)))));
            assertThat(made.returnValue()).isEqualTo(code(0));
            CimInstancePath role = new Arguments(made.outputs()).reference(AccessNames.ROLE);
            assertThat(RoleMapper.name(role)).isEqualTo("own");

            MethodResult modified = invoke(
                    AccessNames.MODIFY_ROLE,
                    reference(AccessNames.ROLE, role),
                    argument(AccessNames.PRIVILEGES, CimValues.embeddeds(List.of(privilege(3, "root/virt", 6)))));
            assertThat(modified.returnValue()).isEqualTo(code(0));
            assertThat(access.role("own").privileges().get(0).grants())
                    .containsExactly(new Grant(Activity.DELETE, new Scope.InNamespace(VIRT)));

            assertThat(invoke(AccessNames.DELETE_ROLE, reference(AccessNames.ROLE, role))
                            .returnValue())
                    .isEqualTo(code(0));
            assertThat(invoke(AccessNames.DELETE_ROLE, reference(AccessNames.ROLE, role))
                            .returnValue())
                    .isEqualTo(code(5));
        }

        @Test
        @Requirement({"DSP1039 8.1"})
        void showWhoHasAccessToAnInstance() throws CimException {
            MethodResult shown =
                    invoke(AccessNames.SHOW_ACCESS, argument(AccessNames.TARGET, CimValues.reference(HOST.in(VIRT))));

            Arguments outputs = new Arguments(shown.outputs());
            assertThat(outputs.references(AccessNames.OUT_SUBJECTS))
                    .extracting(path -> path.text(AccessNames.INSTANCE_ID))
                    .containsExactly("Telvirt:Identity:boss", "Telvirt:Identity:eve");
            assertThat(outputs.embeddeds(AccessNames.PRIVILEGES)).hasSize(2);
            assertThat(invoke(AccessNames.SHOW_ACCESS).returnValue()).isEqualTo(code(16004));
        }
    }
}

package org.telvirt.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telvirt.cim.CimException;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.store.Change;
import org.telvirt.store.Commit;
import org.telvirt.store.MemoryStore;

class AccessControlTest {
    private static final ClassTree CLASSES = ClassTree.of(TestServer.schemas());
    private final MemoryStore store = new MemoryStore();
    private AccessControl access;

    @BeforeEach
    void openAccess() throws IOException {
        access = AccessControl.open(store, CLASSES);
    }

    private static Role own() {
        List<Grant> grants = List.of(
                new Grant(Activity.READ, new Scope.Everything()),
                new Grant(Activity.EXECUTE, scope(ScopeText.Format.METHOD, "root/virt:CIM_Job.KillJob")),
                new Grant(Activity.MODIFY, scope(ScopeText.Format.INSTANCE, "root/virt:A_B.C=\"q\\\"\\\\\",D=\"7\"")),
                new Grant(Activity.DELETE, scope(ScopeText.Format.CLASS, "CIM_Job")),
                new Grant(Activity.WRITE_CLASSES, scope(ScopeText.Format.NAMESPACE, "root/other")));
        return Role.named("own", "Title\twith\nall \\ of it").with(List.of(new Privilege("p", "\r", grants)));
    }

    private static Scope scope(ScopeText.Format format, String text) {
        return new ScopeText(format, text).toScope().orElseThrow();
    }

    @Nested
    class Store {
        @Test
        void keepsRolesAndWhoHasThem() throws Exception {
            access.create(own());
            access.assign("a b/ü", "own");
            access.assign("a b/ü", ReadyRoles.VIEWER);
            access.assign("c", ReadyRoles.ADMINISTRATOR);

            AccessControl again = AccessControl.open(store, CLASSES);

            assertThat(again.role("own")).isEqualTo(own());
            assertThat(again.roles()).containsExactlyElementsOf(access.roles());
            assertThat(again.rolesOf("a b/ü")).containsExactly("own", "viewer");
            assertThat(again.users()).containsExactly("a b/ü", "c");
        }

        @Test
        void isRefusedWhenItHoldsNoRole() throws IOException {
            store.commit(new Commit(List.of(new Change("access", "role/x", "nonsense")), List.of()));

            assertThatThrownBy(() -> AccessControl.open(store, CLASSES))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("damaged");
        }

        @Test
        void changesNothingWhenItFails() throws CimException {
            access.assign("a", ReadyRoles.VIEWER);
            store.close();

            assertThatThrownBy(() -> access.assign("a", ReadyRoles.OPERATOR)).hasMessageContaining("closed");
            assertThat(access.rolesOf("a")).containsExactly("viewer");
        }
    }

    @Nested
    class Administrator {
        @Test
        void isTheFirstUserUnlessThereIsOne() throws CimException {
            access.ensureAdministrator("first");
            access.ensureAdministrator("second");

            assertThat(access.usersWith(ReadyRoles.ADMINISTRATOR)).containsExactly("first");
        }

        @Test
        void cannotBeTakenFromTheLast() throws CimException {
            access.assign("a", ReadyRoles.ADMINISTRATOR);

            assertThatThrownBy(() -> access.revoke("a", ReadyRoles.ADMINISTRATOR))
                    .hasMessageContaining("give it to another user first");

            access.assign("b", ReadyRoles.ADMINISTRATOR);
            access.revoke("a", ReadyRoles.ADMINISTRATOR);
            assertThat(access.usersWith(ReadyRoles.ADMINISTRATOR)).containsExactly("b");
        }
    }

    @Nested
    class Roles {
        @Test
        void thatCameWithTheProductCannotBeChanged() {
            assertThatThrownBy(() -> access.change(Role.named(ReadyRoles.VIEWER, "")))
                    .hasMessageContaining("cannot be changed");
            assertThatThrownBy(() -> access.delete(ReadyRoles.OPERATOR)).hasMessageContaining("cannot be changed");
        }

        @Test
        void goFromThoseWhoHaveThem() throws CimException {
            access.create(own());
            access.assign("a", "own");
            access.assign("a", ReadyRoles.VIEWER);
            access.assign("b", "own");
            access.delete("own");

            assertThat(access.rolesOf("a")).containsExactly("viewer");
            assertThat(access.users()).containsExactly("a");
            assertThatThrownBy(() -> access.assign("a", "own"))
                    .hasMessage("No such role: 'own'; there are viewer, operator, administrator");
        }

        @Test
        void haveOneNameEach() throws CimException {
            access.create(own());

            assertThatThrownBy(() -> access.create(own())).hasMessageContaining("already");
            assertThatThrownBy(() -> access.create(Role.named("a b", ""))).hasMessageContaining("letters");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NAMESPACE | root//virt",
                "CLASS | 1abc",
                "CLASS | //:CIM_Job",
                "METHOD | CIM_Job",
                "METHOD | CIM_Job.A.B",
                "INSTANCE | CIM_Job.InstanceID=\"7\"",
                "INSTANCE | root/virt:CIM_Job",
                "INSTANCE | root/virt:CIM_Job.InstanceID=\"7",
                "INSTANCE | root/virt:CIM_Job.InstanceID=\"7\"x"
            })
    void takesNoTextForAScopeThatIsNone(ScopeText.Format format, String text) {
        assertThat(new ScopeText(format, text).toScope()).isEmpty();
    }
}

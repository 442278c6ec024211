package org.telvirt.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CallContext;

class AssociationsTest {
    private static final CallContext CONTEXT = CallContext.internal("tester");
    private static final CimName HOST = CimName.of("Test_Host");
    private static final CimName DISK = CimName.of("Test_Disk");
    private static final CimName ID = CimName.of("Id");
    private static final CimName LEFT = CimName.of("Host");
    private static final CimName RIGHT = CimName.of("Disk");
    private static final CimName HAS_DISK = CimName.of("Test_HasDisk");

    private final InstanceProvider hosts = instances(HOST, "a", "b");
    private final InstanceProvider disks = instances(DISK, "a1", "a2", "b1");
    private final Associations.Linked ends =
            Associations.of(HAS_DISK).from(LEFT, hosts).to(RIGHT, disks);
    private final AssociationProvider oneToMany =
            ends.oneToMany((host, context) -> disksOf(host), (disk, context) -> hostOf(disk));

    private static InstanceProvider instances(CimName className, String... ids) {
        return new FixedInstances(
                className,
                List.of(ids).stream()
                        .map(id -> CimInstance.of(className).with(ID, id).at(path(className, id)))
                        .toList());
    }

    private static CimInstancePath path(CimName className, String id) {
        return CimInstancePath.of(className, ID, id);
    }

    private static CimInstancePath host(String id) {
        return path(HOST, id);
    }

    private static CimInstancePath disk(String id) {
        return path(DISK, id);
    }

    private static List<CimInstancePath> disksOf(CimInstancePath host) {
        return "a".equals(host.text(ID)) ? List.of(disk("a1"), disk("a2")) : List.of(disk("b1"));
    }

    private static CimInstancePath hostOf(CimInstancePath disk) {
        return host(String.valueOf(disk.text(ID)).substring(0, 1));
    }

    private static Link link(String host, String disk) {
        return Link.between(host(host), disk(disk));
    }

    @Test
    void linksAreFoundFromEachEnd() throws CimException {
        assertThat(oneToMany.linksFromLeft(host("a"), CONTEXT).toList())
                .containsExactly(link("a", "a1"), link("a", "a2"));
        assertThat(oneToMany.linksFromRight(disk("b1"), CONTEXT).toList()).containsExactly(link("b", "b1"));
    }

    @Test
    void allLinksAreThoseOfEveryLeftEnd() throws CimException {
        assertThat(oneToMany.links(CONTEXT).toList())
                .containsExactly(link("a", "a1"), link("a", "a2"), link("b", "b1"));
    }

    @Test
    void instancesThatDoNotExistHaveNoLinks() throws CimException {
        assertThat(oneToMany.linksFromLeft(host("c"), CONTEXT).toList()).isEmpty();
        assertThat(oneToMany.linksFromRight(disk("c1"), CONTEXT).toList()).isEmpty();
        assertThat(oneToMany.link(host("a"), disk("a9"), CONTEXT)).isNull();
    }

    @Test
    void aLinkIsFoundByItsEndsInWhateverNamespaceTheyAreSaidToBe() throws CimException {
        CimInstancePath located = disk("a1").in(CimNamespace.of("root/virt")).on("here");

        assertThat(oneToMany.link(host("a"), located, CONTEXT)).isEqualTo(Link.between(host("a"), located));
        assertThat(oneToMany.link(host("b"), located, CONTEXT)).isNull();
    }

    @Test
    void everyToEveryLinksAll() throws CimException {
        AssociationProvider all = ends.everyToEvery();

        assertThat(all.links(CONTEXT).toList()).hasSize(6);
        assertThat(all.linksFromRight(disk("a1"), CONTEXT).toList()).containsExactly(link("a", "a1"), link("b", "a1"));
        assertThat(all.link(host("b"), disk("a1"), CONTEXT)).isEqualTo(link("b", "a1"));
    }

    @Test
    void manyToOneAndOneToOneAndManyToManyFollowBothFunctions() throws CimException {
        List<AssociationProvider> kinds = List.of(
                ends.manyToOne((host, context) -> disk("b1"), (disk, context) -> List.of(host("a"), host("b"))),
                ends.oneToOne((host, context) -> disk("b1"), (disk, context) -> host("b")),
                ends.manyToMany((host, context) -> disksOf(host), (disk, context) -> List.of(hostOf(disk))));

        for (AssociationProvider kind : kinds) {
            assertThat(kind.link(host("b"), disk("b1"), CONTEXT)).isEqualTo(link("b", "b1"));
            assertThat(kind.linksFromLeft(host("b"), CONTEXT).toList()).containsExactly(link("b", "b1"));
            assertThat(kind.linksFromRight(disk("b1"), CONTEXT).toList()).contains(link("b", "b1"));
        }
    }

    @Test
    void aFunctionMayKnowNoNeighbour() throws CimException {
        AssociationProvider none = ends.oneToOne((host, context) -> null, (disk, context) -> null);

        assertThat(none.links(CONTEXT).toList()).isEmpty();
        assertThat(none.link(host("a"), disk("a1"), CONTEXT)).isNull();
    }

    @Test
    void linksSayTheirProperties() throws CimException {
        CimProperty slot = CimProperty.of(CimName.of("Slot"), CimValues.uint16(3));

        assertThat(ends.with(slot).everyToEvery().links(CONTEXT).toList())
                .allSatisfy(link -> assertThat(link.properties()).containsExactly(slot));
    }

    @Test
    void anEndCanBeInAFixedNamespace() {
        CimNamespace interop = CimNamespace.of("root/interop");

        AssociationProvider crossing = Associations.of(HAS_DISK)
                .from(LEFT, hosts, interop)
                .to(RIGHT, disks)
                .everyToEvery();

        assertThat(crossing.left()).isEqualTo(new AssociationEnd(LEFT, HOST, interop));
        assertThat(crossing.right()).isEqualTo(new AssociationEnd(RIGHT, DISK));
    }

    @Nested
    class AProviderOfItsOwn {
        @Test
        void findsALinkAmongThoseOfTheLeftEnd() throws CimException {
            AssociationProvider own = new Walking(oneToMany);

            assertThat(own.link(host("a"), disk("a2").in(CimNamespace.of("x")), CONTEXT))
                    .isEqualTo(link("a", "a2"));
            assertThat(own.link(host("b"), disk("a2"), CONTEXT)).isNull();
        }
    }

    /** Leaves {@link AssociationProvider#link} as it is. */
    private record Walking(AssociationProvider inner) implements AssociationProvider {
        @Override
        public CimName className() {
            return inner.className();
        }

        @Override
        public AssociationEnd left() {
            return inner.left();
        }

        @Override
        public AssociationEnd right() {
            return inner.right();
        }

        @Override
        public CimCursor<Link> links(CallContext context) throws CimException {
            return inner.links(context);
        }

        @Override
        public CimCursor<Link> linksFromLeft(CimInstancePath left, CallContext context) throws CimException {
            return inner.linksFromLeft(left, context);
        }

        @Override
        public CimCursor<Link> linksFromRight(CimInstancePath right, CallContext context) throws CimException {
            return inner.linksFromRight(right, context);
        }
    }
}

package org.telvirt.cimom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.cimom.fleet.Failures.assertFails;
import static org.telvirt.cimom.fleet.FleetNames.name;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.Associators;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CloseEnumeration;
import org.telvirt.cim.operation.CountEnumeration;
import org.telvirt.cim.operation.EnumerateInstanceNames;
import org.telvirt.cim.operation.EnumerateInstances;
import org.telvirt.cim.operation.EnumerationOperation;
import org.telvirt.cim.operation.EnumerationPart;
import org.telvirt.cim.operation.InstanceView;
import org.telvirt.cim.operation.ItemKind;
import org.telvirt.cim.operation.OpenEnumeration;
import org.telvirt.cim.operation.OpenOptions;
import org.telvirt.cim.operation.PullEnumeration;
import org.telvirt.cim.operation.ReferenceNames;
import org.telvirt.cim.operation.References;
import org.telvirt.cimom.enumeration.EnumerationLimits;
import org.telvirt.cimom.fleet.Fleet;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.traceability.Requirement;

@Requirement("DSP0200 5.4.2.24")
class PullTest {
    private static final CimNamespace VIRT = FleetNames.ROOT_VIRT;
    private static final EnumerateInstanceNames SYSTEMS = new EnumerateInstanceNames(VIRT, FleetNames.COMPUTER_SYSTEM);

    private final Fleet fleet =
            new Fleet().with("a", 2).with("b", 2).with("c", 2).with("d", 2).with("e", 2);
    private final TestServer server = TestServer.of(fleet);

    private static OpenOptions options(long maxObjectCount) {
        return new OpenOptions(null, null, null, false, maxObjectCount);
    }

    private static OpenOptions timeout(Duration timeout) {
        return new OpenOptions(null, null, timeout, false, 1);
    }

    private <T> EnumerationPart<T> open(EnumerationOperation<T> enumeration, OpenOptions options) throws CimException {
        return server.execute(new OpenEnumeration<>(enumeration, options));
    }

    private EnumerationPart<CimInstancePath> pull(String context, long max) throws CimException {
        return server.execute(new PullEnumeration<>(VIRT, context, ItemKind.INSTANCE_PATHS, max));
    }

    private void close(String context) throws CimException {
        server.execute(new CloseEnumeration(VIRT, context));
    }

    @Nested
    class Parts {
        static List<EnumerationOperation<?>> enumerations() {
            CimInstancePath host = Fleet.host();
            return List.of(
                    SYSTEMS,
                    new EnumerateInstances(VIRT, name("CIM_ManagedElement"), true, InstanceView.ALL),
                    new Associators(VIRT, host, AssociationFilter.ANY, InstanceView.ALL),
                    new AssociatorNames(VIRT, host, AssociationFilter.ANY),
                    new References(VIRT, host, AssociationFilter.ANY, InstanceView.ALL),
                    new ReferenceNames(VIRT, host, AssociationFilter.ANY));
        }

        @ParameterizedTest
        @MethodSource("enumerations")
        <T> void putTogetherAreTheWholeEnumeration(EnumerationOperation<T> enumeration) throws CimException {
            List<T> pulled = new ArrayList<>();
            EnumerationPart<T> part = open(enumeration, options(2));
            pulled.addAll(part.items());
            while (!part.endOfSequence()) {
                assertThat(part.items()).hasSizeLessThanOrEqualTo(2);
                part = server.execute(new PullEnumeration<>(VIRT, part.context(), enumeration.itemKind(), 2));
                pulled.addAll(part.items());
            }

            assertThat(pulled).isEqualTo(server.execute(enumeration).toList()).isNotEmpty();
            assertThat(server.cimom().openEnumerations()).isZero();
        }

        @ParameterizedTest
        @ValueSource(longs = {5, 6, 1000, Integer.MAX_VALUE, 4294967295L})
        void thatReachTheEndSaySoAtOnce(long count) throws CimException {
            EnumerationPart<CimInstancePath> part = open(SYSTEMS, options(count));

            assertThat(part.items()).hasSize(5);
            assertThat(part.endOfSequence()).isTrue();
        }

        @Test
        void ofNothingAreAtTheEndAtOnce() throws CimException {
            EnumerationPart<CimInstancePath> part =
                    open(new EnumerateInstanceNames(VIRT, name("CIM_Processor")), options(0));

            assertThat(part.items()).isEmpty();
            assertThat(part.endOfSequence()).isTrue();
        }

        @Test
        void ofZeroOnlyKeepTheContext() throws CimException {
            EnumerationPart<CimInstancePath> part = open(SYSTEMS, options(0));
            assertThat(part.items()).isEmpty();

            EnumerationPart<CimInstancePath> again = pull(part.context(), 0);

            assertThat(again.items()).isEmpty();
            assertThat(pull(again.context(), 10).items()).hasSize(5);
        }

        @Test
        void areNeverMoreThanTheServerAllows() throws CimException {
            EnumerationLimits small =
                    new EnumerationLimits(Duration.ofSeconds(30), Duration.ofMinutes(10), false, 10, 3);

            EnumerationPart<CimInstancePath> part =
                    TestServer.of(fleet, small).execute(new OpenEnumeration<>(SYSTEMS, options(100)));

            assertThat(part.items()).hasSize(3);
            assertThat(part.endOfSequence()).isFalse();
        }

        @Test
        void haveContextsThatCannotBeGuessed() throws CimException {
            List<String> contexts = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                contexts.add(open(SYSTEMS, options(1)).context());
            }

            assertThat(contexts)
                    .doesNotHaveDuplicates()
                    .allSatisfy(context -> assertThat(context).hasSize(32));
        }
    }

    @Nested
    class Timeout {
        @Test
        void countsFromTheLastAnswer() throws CimException {
            String context = open(SYSTEMS, timeout(Duration.ofSeconds(60))).context();
            server.clock().advance(Duration.ofSeconds(59));
            pull(context, 1);
            server.clock().advance(Duration.ofSeconds(59));

            assertThat(pull(context, 1).items()).hasSize(1);
        }

        @Test
        void isThirtySecondsIfNotSaid() throws CimException {
            String context = open(SYSTEMS, options(1)).context();
            server.clock().advance(Duration.ofSeconds(30));
            pull(context, 1);
            server.clock().advance(Duration.ofMillis(30_001));

            assertFails(CimStatus.INVALID_ENUMERATION_CONTEXT, () -> pull(context, 1), "expired");
            assertFails(CimStatus.INVALID_ENUMERATION_CONTEXT, () -> close(context));
        }

        @Test
        void closesWhatIsOverWhenAskedTo() throws CimException {
            open(SYSTEMS, options(1));
            open(SYSTEMS, timeout(Duration.ofMinutes(5)));
            server.clock().advance(Duration.ofSeconds(31));

            server.cimom().closeExpiredEnumerations();

            assertThat(server.cimom().openEnumerations()).isEqualTo(1);
        }

        @Test
        void closesWhatIsOverWhenAnotherOpens() throws CimException {
            open(SYSTEMS, options(1));
            server.clock().advance(Duration.ofSeconds(31));

            open(SYSTEMS, options(1));

            assertThat(server.cimom().openEnumerations()).isEqualTo(1);
        }

        @Test
        void thatIsTooLongOrEndlessIsInvalid() {
            assertFails(
                    CimStatus.INVALID_OPERATION_TIMEOUT,
                    () -> open(SYSTEMS, timeout(Duration.ofSeconds(601))),
                    "601",
                    "600 seconds");
            assertFails(CimStatus.INVALID_OPERATION_TIMEOUT, () -> open(SYSTEMS, timeout(Duration.ZERO)));
        }

        @Test
        void canBeEndlessWhereThatIsAllowed() throws CimException {
            TestServer endless = TestServer.of(
                    fleet, new EnumerationLimits(Duration.ofSeconds(30), Duration.ofMinutes(10), true, 10, 10));
            String context = endless.execute(new OpenEnumeration<>(SYSTEMS, timeout(Duration.ZERO)))
                    .context();
            endless.clock().advance(Duration.ofDays(1000));

            assertThat(endless.execute(new PullEnumeration<>(VIRT, context, ItemKind.INSTANCE_PATHS, 10))
                            .items())
                    .hasSize(4);
        }
    }

    @Nested
    class OpenOfBadInput {
        @Test
        void isTestedInTheOrderOfTheStandard() {
            EnumerateInstanceNames lost = new EnumerateInstanceNames(CimNamespace.of("x"), name("CIM_Nothing"));
            EnumerateInstanceNames nothing = new EnumerateInstanceNames(VIRT, name("CIM_Nothing"));
            Duration forEver = Duration.ZERO;

            assertFails(CimStatus.INVALID_NAMESPACE, () -> open(lost, new OpenOptions(null, "q", forEver, true, -1)));
            assertFails(
                    CimStatus.INVALID_OPERATION_TIMEOUT,
                    () -> open(nothing, new OpenOptions(null, "q", forEver, true, -1)));
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> open(nothing, new OpenOptions(null, "q", null, false, 1)),
                    "FilterQuery is given without FilterQueryLanguage");
            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> open(nothing, new OpenOptions("DMTF:FQL", null, null, false, 1)),
                    "FilterQueryLanguage is given without FilterQuery");
            assertFails(CimStatus.INVALID_PARAMETER, () -> open(nothing, options(-1)), "MaxObjectCount");
            assertFails(CimStatus.INVALID_CLASS, () -> open(nothing, new OpenOptions("DMTF:FQL", "q", null, false, 1)));
            assertFails(
                    CimStatus.FILTERED_ENUMERATION_NOT_SUPPORTED,
                    () -> open(SYSTEMS, new OpenOptions("DMTF:FQL", "q", null, false, 1)));
        }

        static List<EnumerationOperation<?>> ofNoSource() {
            CimInstancePath gone = Fleet.system("gone");
            return List.of(
                    new Associators(VIRT, gone, AssociationFilter.ANY, InstanceView.ALL),
                    new AssociatorNames(VIRT, gone, AssociationFilter.ANY),
                    new References(VIRT, gone, AssociationFilter.ANY, InstanceView.ALL),
                    new ReferenceNames(VIRT, gone, AssociationFilter.ANY));
        }

        @ParameterizedTest
        @MethodSource("ofNoSource")
        <T> void isNotFoundForASourceThatDoesNotExist(EnumerationOperation<T> enumeration) {
            assertFails(
                    CimStatus.NOT_FOUND,
                    () -> open(enumeration, new OpenOptions("DMTF:FQL", "q", null, false, 1)),
                    "gone");
        }

        @Test
        void isAnInvalidParameterForUnknownClassesOfAssociations() {
            AssociationFilter unknown = new AssociationFilter(name("CIM_Nothing"), null, null, null);

            assertFails(
                    CimStatus.INVALID_PARAMETER,
                    () -> open(new AssociatorNames(VIRT, Fleet.system("gone"), unknown), options(1)));
        }

        @Test
        void exceedsTheLimitOfOpenEnumerations() throws CimException {
            TestServer two = TestServer.of(
                    fleet, new EnumerationLimits(Duration.ofSeconds(30), Duration.ofMinutes(10), false, 2, 10));
            two.execute(new OpenEnumeration<>(SYSTEMS, options(1)));
            String second =
                    two.execute(new OpenEnumeration<>(SYSTEMS, options(1))).context();

            assertFails(
                    CimStatus.SERVER_LIMITS_EXCEEDED,
                    () -> two.execute(new OpenEnumeration<>(SYSTEMS, options(1))),
                    "2 are open");
            // what needs no context is never refused
            assertThat(two.execute(new OpenEnumeration<>(SYSTEMS, options(9))).endOfSequence())
                    .isTrue();
            two.execute(new CloseEnumeration(VIRT, second));
            assertThat(two.execute(new OpenEnumeration<>(SYSTEMS, options(1))).endOfSequence())
                    .isFalse();
        }
    }

    @Nested
    class Context {
        @Test
        void isGoneAfterTheEnd() throws CimException {
            String context = open(SYSTEMS, options(1)).context();
            assertThat(pull(context, 4).endOfSequence()).isTrue();

            assertFails(CimStatus.INVALID_ENUMERATION_CONTEXT, () -> pull(context, 1));
            assertFails(CimStatus.INVALID_ENUMERATION_CONTEXT, () -> close(context));
        }

        @Test
        void isGoneAfterClose() throws CimException {
            String context = open(SYSTEMS, options(1)).context();
            close(context);

            assertFails(CimStatus.INVALID_ENUMERATION_CONTEXT, () -> pull(context, 1));
            assertFails(CimStatus.INVALID_ENUMERATION_CONTEXT, () -> close(context));
        }

        @Test
        void cannotBePulledByAnotherKindOfPullAndStays() throws CimException {
            String context = open(SYSTEMS, options(1)).context();

            assertFails(
                    CimStatus.INVALID_ENUMERATION_CONTEXT,
                    () -> server.execute(new PullEnumeration<>(VIRT, context, ItemKind.INSTANCES_WITH_PATH, 1)),
                    "PullInstancePaths");
            assertThat(pull(context, 1).items()).hasSize(1);
        }

        @Test
        void belongsToItsNamespaceUnderAnyOfItsNames() throws CimException {
            String context = server.execute(new OpenEnumeration<>(
                            new EnumerateInstanceNames(FleetNames.ROOT_INTEROP, name("Telvirt_Namespace")), options(1)))
                    .context();

            assertFails(CimStatus.INVALID_ENUMERATION_CONTEXT, () -> pull(context, 1));
            assertThat(server.execute(new PullEnumeration<>(FleetNames.INTEROP, context, ItemKind.INSTANCE_PATHS, 1))
                            .items())
                    .hasSize(1);
        }

        @Test
        void belongsToItsUser() throws CimException {
            String context = open(SYSTEMS, options(1)).context();
            CallContext other = CallContext.internal("mallory");

            assertFails(
                    CimStatus.INVALID_ENUMERATION_CONTEXT,
                    () -> server.cimom()
                            .execute(new PullEnumeration<>(VIRT, context, ItemKind.INSTANCE_PATHS, 1), other));
            assertFails(
                    CimStatus.INVALID_ENUMERATION_CONTEXT,
                    () -> server.cimom().execute(new CloseEnumeration(VIRT, context), other));
            assertThat(pull(context, 1).items()).hasSize(1);
        }

        @Test
        void thatIsNoneIsInvalid() {
            assertFails(CimStatus.INVALID_ENUMERATION_CONTEXT, () -> pull("", 1));
            assertFails(CimStatus.INVALID_ENUMERATION_CONTEXT, () -> pull("x".repeat(1000), 1), "x…'");
            assertFails(
                    CimStatus.INVALID_ENUMERATION_CONTEXT,
                    () -> server.execute(new CountEnumeration(VIRT, "nonsense")),
                    "nonsense");
        }

        @Test
        void doesNotKnowHowMuchIsLeft() throws CimException {
            String context = open(SYSTEMS, options(1)).context();

            assertThat(server.execute(new CountEnumeration(VIRT, context))).isEmpty();
        }

        @Test
        void ofAClosedServerIsGoneAndSoIsTheServer() throws CimException {
            String context = open(SYSTEMS, options(1)).context();
            server.cimom().close();

            assertThat(server.cimom().openEnumerations()).isZero();
            assertFails(CimStatus.SERVER_IS_SHUTTING_DOWN, () -> pull(context, 1));
        }
    }

    @Nested
    class Instances {
        @Test
        void arePulledWithFullPaths() throws CimException {
            EnumerationPart<CimInstance> part =
                    open(new EnumerateInstances(VIRT, FleetNames.COMPUTER_SYSTEM, true, InstanceView.ALL), options(1));

            assertThat(part.items().get(0).path()).isEqualTo(TestServer.full(Fleet.system("a")));
        }
    }
}

package org.telvirt.cimom.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.AssociatorNames;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cim.operation.GetInstance;
import org.telvirt.cim.operation.ReferenceNames;
import org.telvirt.cimom.fleet.Fleet;
import org.telvirt.cimom.fleet.FleetNames;
import org.telvirt.cimom.fleet.Gauges;
import org.telvirt.cimom.fleet.TestServer;
import org.telvirt.traceability.Requirement;

@Requirement({"DSP0200 5.4.2.14", "DSP0200 5.4.2.16"})
class ConsistencyCrawlerTest {
    private static final TestServer FLEET =
            TestServer.of(new Fleet().with("web-1", 2).with("web-2", 3).with("web-3", 3));

    private static ConsistencyCrawler crawler(CimService service) {
        return new ConsistencyCrawler(
                service, TestServer.CONTEXT, List.of(FleetNames.ROOT_VIRT, FleetNames.ROOT_INTEROP), Set.of());
    }

    @Test
    void findsNothingInAFleet() throws CimException {
        ConsistencyCrawler crawler = crawler(FLEET.cimom());

        assertThat(crawler.crawl()).isEmpty();
        assertThat(crawler.instances()).isEqualTo(39);
        assertThat(crawler.associations()).isEqualTo(36);
    }

    @Test
    void findsNothingInGaugesThatLeadToThemselves() throws CimException {
        assertThat(crawler(new Gauges().server().cimom()).crawl()).isEmpty();
    }

    /** A service with a fault that a crawl must find. */
    @Nested
    class Finds {
        @SuppressWarnings("unchecked") // each fault changes answers of its own type only
        private List<String> crawlWith(Fault fault) throws CimException {
            return crawler(new CimService() {
                        @Override
                        public <R> R execute(CimOperation<R> operation, CallContext context) throws CimException {
                            return (R) fault.change(operation, FLEET.cimom().execute(operation, context));
                        }
                    })
                    .crawl();
        }

        @FunctionalInterface
        private interface Fault {
            Object change(CimOperation<?> operation, Object answer) throws CimException;
        }

        @Test
        void anInstanceThatIsOtherThanEnumerated() throws CimException {
            assertThat(crawlWith((operation, answer) -> operation instanceof GetInstance get
                                    && get.path().className().equals(FleetNames.HOST_SYSTEM)
                            ? withoutFirstProperty((CimInstance) answer)
                            : answer))
                    .anySatisfy(finding ->
                            assertThat(finding).contains("GetInstance of root/virt:Telvirt_HostSystem", "enumerated"));
        }

        private static CimInstance withoutFirstProperty(CimInstance instance) {
            return instance.withProperties(
                    instance.properties().subList(1, instance.properties().size()));
        }

        @Test
        void anAssociationThatOneEndDoesNotKnow() throws CimException {
            assertThat(crawlWith((operation, answer) -> operation instanceof AssociatorNames names
                                    && names.source().className().equals(FleetNames.SETTING_DATA)
                            ? CimCursor.empty()
                            : answer))
                    .anySatisfy(finding -> assertThat(finding).contains("only Associators gives"))
                    .anySatisfy(finding -> assertThat(finding).contains("does not lead back"));
        }

        @Test
        @SuppressWarnings("unchecked") // reference names are paths
        void aReferenceThatIsGivenTwice() throws CimException {
            assertThat(crawlWith((operation, answer) ->
                            operation instanceof ReferenceNames ? twice((CimCursor<CimInstancePath>) answer) : answer))
                    .anySatisfy(finding -> assertThat(finding).contains("ReferenceNames gives something twice"));
        }

        private static CimCursor<CimInstancePath> twice(CimCursor<CimInstancePath> paths) {
            return paths.flatMap(path -> CimCursor.of(List.of(path, path)));
        }

        @Test
        void anInstanceThatCannotBeFetched() throws CimException {
            CimName profile = FleetNames.PROFILE;
            assertThat(crawlWith((operation, answer) -> {
                        if (operation instanceof GetInstance get
                                && get.path().className().equals(profile)) {
                            throw CimException.notFound(get.path());
                        }
                        return answer;
                    }))
                    .anySatisfy(finding -> assertThat(finding).contains("Telvirt_RegisteredProfile", "NOT_FOUND"));
        }
    }
}

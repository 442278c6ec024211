package org.telvirt.conformance.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimService;
import org.telvirt.conformance.operation.ModelNamespace;
import org.telvirt.conformance.rig.RunningServer;
import org.telvirt.conformance.specimen.Laboratory;
import org.telvirt.conformance.wbem.WbemServer;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/** All answers of a server agree, while it is at rest and while its virtual systems change. */
@RanOn(Engine.SIMULATED)
@Requirement({"DSP0200 5.4.2", "DSP0004 5.6.3"})
class CrawlerTest {
    private static final CimNamespace VIRT = CimNamespace.of("root/virt");
    private static final List<CimNamespace> NAMESPACES = List.of(VIRT, CimNamespace.of("root/interop"));
    private static final CallContext CONTEXT = CallContext.internal("admin");
    private static final long PAUSE_NANOS = 10_000_000;
    private static final int PATIENCE = 40;
    private static final int SIEVED = 2;
    private static final int QUESTIONS_PER_CHANGE = 20;

    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void allAnswersAgreeWhateverChanges(int systems, TestReporter reporter) throws CimException {
        crawl(systems, reporter);
    }

    @Test
    @EnabledIfSystemProperty(named = "telvirt.long", matches = "true")
    void allAnswersAgreeAboutAThousandSystemsWhateverChanges(TestReporter reporter) throws CimException {
        crawl(1000, reporter);
    }

    private static void crawl(int systems, TestReporter reporter) throws CimException {
        try (RunningServer server = RunningServer.simulated()) {
            CimService service = ModelNamespace.client(server);
            Random random = new Random(systems);
            WbemServer calm = new WbemServer(service, CONTEXT);
            try (Laboratory laboratory = new Laboratory(calm, VIRT, () -> LockSupport.parkNanos(PAUSE_NANOS))) {
                Unrest unrest = new Unrest(service, laboratory, random, QUESTIONS_PER_CHANGE * (1 + systems / 10));
                for (int i = 0; i < systems; i++) {
                    unrest.grow();
                }
                agree("at rest", new Crawler(calm, 1, SIEVED, random), reporter);
                agree(
                        "while it changes",
                        new Crawler(new WbemServer(unrest, CONTEXT), PATIENCE, SIEVED, random),
                        reporter);
                reporter.publishEntry("changes", String.valueOf(unrest.changes()));
            }
        }
    }

    private static void agree(String when, Crawler crawler, TestReporter reporter) throws CimException {
        CrawlReport report = crawler.crawl(NAMESPACES);
        reporter.publishEntry(
                when,
                report.instances() + " instances, " + report.associations() + " associations, " + report.questions()
                        + " comparisons, " + report.repeated() + " made again");
        assertThat(report.associations()).isPositive();
        assertThat(report.findings()).as(when).isEmpty();
    }
}

package org.telvirt.hypervisor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.telvirt.hypervisor.Domain;
import org.telvirt.hypervisor.DomainState;
import org.telvirt.hypervisor.HypervisorException.Reason;
import org.telvirt.hypervisor.LifecycleAction;
import org.telvirt.hypervisor.definition.ByteSize;
import org.telvirt.hypervisor.statistics.DomainSample;
import org.telvirt.hypervisor.statistics.DomainStatistics;
import org.telvirt.hypervisor.statistics.HostSample;
import org.telvirt.hypervisor.statistics.SchedulingUse;
import org.telvirt.hypervisor.statistics.StatisticsFeature;
import org.telvirt.traceability.Requirement;

/** What every engine has to do with statistics. */
abstract class StatisticsContract extends EngineBench {
    /** Whether the engine's guests really run, so that they use something. */
    protected boolean hasCounters() {
        return true;
    }

    private DomainStatistics of(Domain domain) throws Exception {
        return of(domain, engine().statistics().domains());
    }

    private static DomainStatistics of(Domain domain, DomainSample sample) {
        return sample.domains().stream()
                .filter(one -> one.id().equals(domain.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no statistics of " + domain + " among " + sample));
    }

    @Nested
    class OfDomains {
        @Test
        @Requirement("VFOPE4")
        void tellEachActiveDomainAndNoOther() throws Exception {
            Domain running = running();
            Domain paused = running();
            engine().perform(LifecycleAction.PAUSE, paused.id());
            Domain shutOff = defined();

            DomainSample sample = engine().statistics().domains();

            assertThat(of(running, sample).name()).isEqualTo(running.name());
            assertThat(of(running, sample).state()).isEqualTo(DomainState.RUNNING);
            assertThat(of(paused, sample).state()).isEqualTo(DomainState.PAUSED);
            assertThat(sample.domains()).extracting(DomainStatistics::id).doesNotContain(shutOff.id());
        }

        @Test
        void sayWhenTheyWereTakenAndWhatThatCost() throws Exception {
            Domain running = running();

            DomainSample first = engine().statistics().domains();
            pass(Duration.ofMillis(20));
            DomainSample second = engine().statistics().domains();

            assertThat(of(running, first)).isNotNull();
            assertThat(second.time()).isAfter(first.time());
            assertThat(second.cost().elapsed()).isBetween(second.cost().engine(), patience());
        }

        @Test
        @Requirement({"VMADM1 cpu", "VFOPE5 cpu"})
        void countTheTimeOfProcessors() throws Exception {
            assumeTrue(hasCounters(), "the engine has no counters of domains");
            Domain domain = running();

            DomainStatistics before = of(domain);
            pass(Duration.ofSeconds(1));
            DomainStatistics after = of(domain);

            assertThat(after.processors().time())
                    .isGreaterThan(before.processors().time());
            assertThat(after.processors().virtualProcessors()).hasSize(1);
            assertThat(after.processors().virtualProcessors().get(0).number()).isZero();
            assertThat(after.processors().virtualProcessors().get(0).time()).isPositive();
        }

        @Test
        void standStillWhileTheDomainDoes() throws Exception {
            assumeTrue(hasCounters(), "the engine has no counters of domains");
            Domain domain = running();
            engine().perform(LifecycleAction.PAUSE, domain.id());

            Duration before = of(domain).processors().virtualProcessors().get(0).time();
            pass(Duration.ofSeconds(1));
            Duration after = of(domain).processors().virtualProcessors().get(0).time();

            assertThat(after.minus(before)).isLessThan(Duration.ofMillis(50));
        }

        @Test
        @Requirement({"VMADM1 memory", "VFOPE5 memory"})
        void tellTheMemory() throws Exception {
            assumeTrue(hasCounters(), "the engine has no counters of domains");
            Domain domain = running();

            DomainStatistics now = of(domain);

            assertThat(now.memory().actual()).isBetween(ByteSize.ofMebibytes(8), ByteSize.ofMebibytes(1024));
            assertThat(now.memory().resident()).isGreaterThan(ByteSize.ofMebibytes(1));
            assertThat(now.memory().maximum())
                    .isGreaterThanOrEqualTo(now.memory().actual());
        }

        @Test
        @Requirement("VMADM1 context-switches")
        void countContextSwitchesOrSayWhyTheyCannot() throws Exception {
            Domain domain = running();
            assumeTrue(
                    engine().statistics().offers(StatisticsFeature.SCHEDULING),
                    () -> "the engine does not offer " + StatisticsFeature.SCHEDULING);

            SchedulingUse before = of(domain).scheduling();
            pass(Duration.ofSeconds(1));
            SchedulingUse after = of(domain).scheduling();

            assertThat(before).isNotNull();
            assertThat(after).isNotNull();
            assertThat(after.threads()).isPositive();
            assertThat(after.switches()).isGreaterThan(before.switches());
        }

        @Test
        void leaveOutWhatTheEngineLacks() throws Exception {
            Domain domain = running();

            DomainStatistics now = of(domain);

            if (!engine().statistics().offers(StatisticsFeature.SCHEDULING)) {
                assertThat(now.scheduling()).isNull();
            }
            if (!engine().statistics().offers(StatisticsFeature.INTERRUPTS)) {
                assertThat(now.processors().virtualProcessors())
                        .allSatisfy(one -> assertThat(one.interrupts()).isNull());
            }
        }

        @Test
        void beginAnewWithTheRun() throws Exception {
            assumeTrue(hasCounters(), "the engine has no counters of domains");
            Domain domain = running();
            pass(Duration.ofSeconds(2));
            Duration old = of(domain).processors().time();

            engine().perform(LifecycleAction.STOP, domain.id());
            engine().perform(LifecycleAction.START, domain.id());

            assertThat(of(domain).processors().time()).isLessThan(old);
        }
    }

    @Nested
    class OfTheHost {
        @Test
        @Requirement("VMADM1 platform-total")
        void tellProcessorsAndMemory() throws Exception {
            assumeTrue(
                    engine().statistics().offers(StatisticsFeature.HOST),
                    () -> "the engine does not offer " + StatisticsFeature.HOST);

            assertThat(running()).isNotNull();
            HostSample sample = engine().statistics().host();

            assertThat(sample.perProcessor()).hasSize(engine().host().processors());
            assertThat(sample.processors().idle()).isNotNull();
            assertThat(sample.memory()).isNotNull();
            assertThat(sample.memory().free()).isLessThan(sample.memory().total());
            assertThat(sample.cost().elapsed()).isLessThan(patience());
        }

        @Test
        void areRefusedWithTheReasonWhereTheyCannotBeSeen() {
            String reason = engine().statistics().missing().get(StatisticsFeature.HOST);
            assumeFalse(reason == null, "they can be seen");

            assertThat(refused(Reason.UNSUPPORTED, () -> engine().statistics().host()))
                    .hasMessageContaining(reason);
        }
    }
}

package org.telvirt.hypervisor.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.telvirt.hypervisor.DomainId;
import org.telvirt.hypervisor.HypervisorEvent;
import org.telvirt.hypervisor.HypervisorEvent.DomainDefined;
import org.telvirt.hypervisor.HypervisorEvent.Gap;

class EventDeliveryTest {
    private static final DomainId ID = new DomainId(UUID.randomUUID());

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final EventDelivery delivery = new EventDelivery(tasks::add);
    private final List<HypervisorEvent> first = new ArrayList<>();
    private final List<HypervisorEvent> second = new ArrayList<>();

    private static HypervisorEvent event(int number) {
        return new DomainDefined(Instant.ofEpochSecond(number), ID, "web");
    }

    private void happen(int from, int to) {
        IntStream.range(from, to).mapToObj(EventDeliveryTest::event).forEach(delivery::note);
        delivery.flush();
    }

    private void run() {
        for (Runnable next = tasks.poll(); next != null; next = tasks.poll()) {
            next.run();
        }
    }

    @Test
    void keepsTheOrderForEachListener() {
        delivery.listen(first::add);
        delivery.listen(second::add);

        happen(0, 3);
        happen(3, 4);
        run();

        assertThat(first).containsExactly(event(0), event(1), event(2), event(3));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void letsNobodyWaitForASlowListener() {
        delivery.listen(first::add);
        delivery.listen(second::add);
        happen(0, 2);

        Runnable slow = tasks.remove(); // the first one's, which has no time yet
        run();

        assertThat(first).isEmpty();
        assertThat(second).hasSize(2);
        slow.run();
        assertThat(first).hasSize(2);
    }

    @Test
    void leavesAGapOfWhatIsNotTakenInTimeAndWhatComesAfterIt() {
        delivery.listen(first::add);

        happen(0, EventDelivery.WAITING + 3);
        run();

        assertThat(first).hasSize(3);
        assertThat(first.get(0)).isInstanceOf(Gap.class);
        assertThat(first.subList(1, 3))
                .containsExactly(event(EventDelivery.WAITING + 1), event(EventDelivery.WAITING + 2));
    }

    @Test
    void tellsNothingMoreToWhoHasGone() {
        EventDelivery.Listener listener = delivery.listen(first::add);
        happen(0, 2);

        listener.close();
        run();

        assertThat(first).isEmpty();
    }
}

package org.telvirt.cimxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;

/**
 * Runs of many damaged messages: ten thousand, or with {@code -Dtelvirt.long=true} a million. A failure names the seed and
 * the number of the input.
 */
final class Fuzz {
    /** How many messages a run has. */
    static final int INPUTS = Boolean.getBoolean("telvirt.long") ? 1_000_000 : 10_000;

    private static final Duration LIMIT = Duration.ofMillis(120_000L + 5L * INPUTS);
    private static final long GROWTH_BYTES = 64L * 1024 * 1024;
    private static final int SETTLED = INPUTS / 10;

    /**
     * A message that is right.
     *
     * @param octets its body, a character for each
     */
    record Seed(WireCase wire, String octets) {}

    /** Takes a damaged message. */
    @FunctionalInterface
    interface Target {
        void take(WireCase wire, byte[] body) throws Exception;
    }

    private Fuzz() {}

    /** One message of each wire case. */
    static List<Seed> seeds(String file) throws IOException {
        List<Seed> seeds = new ArrayList<>();
        for (WireCase wire : WireTest.cases().toList()) {
            String name = "/wire/" + wire.folder() + "/" + file;
            try (InputStream in = Fuzz.class.getResourceAsStream(name)) {
                seeds.add(new Seed(wire, new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)));
            }
        }
        return seeds;
    }

    /** Damages messages and gives them to a target that must take every one, in time and without keeping anything. */
    static void run(long seed, List<Seed> seeds, Target target) {
        Random random = new Random(seed);
        long[] settled = new long[1];
        Assertions.assertTimeoutPreemptively(LIMIT, () -> {
            for (int input = 0; input < INPUTS; input++) {
                Seed chosen = seeds.get(random.nextInt(seeds.size()));
                byte[] body = damaged(random, chosen, seeds);
                try {
                    target.take(chosen.wire(), body);
                } catch (Exception | AssertionError e) {
                    throw new AssertionError("seed " + seed + ", input " + input + ", " + chosen.wire(), e);
                }
                if (input == SETTLED) {
                    settled[0] = usedBytes();
                }
            }
        });
        assertThat(usedBytes() - settled[0]).as("seed " + seed + ", growth").isLessThan(GROWTH_BYTES);
    }

    private static byte[] damaged(Random random, Seed chosen, List<Seed> seeds) {
        String octets = chosen.octets();
        int way = random.nextInt(4);
        if (way > 0) {
            octets = new ElementMutation(random)
                    .of(octets, seeds.get(random.nextInt(seeds.size())).octets());
        }
        byte[] body = octets.getBytes(StandardCharsets.ISO_8859_1);
        return way < 2 ? new Mutation(random).of(body) : body;
    }

    private static long usedBytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}

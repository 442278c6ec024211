package org.telvirt.mof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telvirt.mof.source.MofException;

/** Texts that went wrong on their way must end in a message, never in anything else. */
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MofFuzzTest {
    private static final int TEXTS = Boolean.getBoolean("telvirt.long") ? 125_000 : 1_250;
    private static final String TEXT = """
            #pragma locale ("en_US")
            [Abstract, Version("2.1"), Description("A \\"thing\\" \\x41" " more")] class A : B {
                [Key, MaxLen(0x20)] string Id = "x"; // comment
                uint16 Flags[3] = { 1, 017, 101b }; real32 R = -1.5e3; char16 C = '\\n';
                [EmbeddedInstance("A")] string Inner; datetime T = "00000000000500.000000:000";
                uint32 M([In(false), Out] A REF Found[], boolean Really);
            };
            /* before */ class B {}; [Association] class L { [Key] A REF From; [Key] C REF To; };
            class C : A { [Override("Id") : ToSubclass] string Id; };
            instance of C as $c { Id = "1"; Inner = "instance of C { Id = \\"2\\"; };"; };
            instance of L { From = $c; To = "//h/root/x:C.Id=\\"3\\""; };
            """;
    private static final String PIECES = "[]{}();:,=#$\"'\\+-.0189abxREF _\n\t\u0000\u00e9\ud83d";

    static IntStream seeds() {
        return IntStream.range(0, 8);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void endsInTheModelOrInAMessage(int seed) {
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder(TEXT);
            for (int change = random.nextInt(4); change >= 0; change--) {
                mutate(text, random);
            }
            refused += isRefused(text.toString()) ? 1 : 0;
        }

        assertThat(refused).isBetween(TEXTS / 2, TEXTS);
    }

    private static boolean isRefused(String text) {
        try {
            MofText.compiled(text);
            return false;
        } catch (MofException e) {
            Stream.concat(Stream.of(e), e.others().stream()).forEach(problem -> {
                assertThat(problem.problem()).isNotBlank();
                assertThat(problem.location()).isNotNull();
            });
            return true;
        }
    }

    private static void mutate(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + 1 + random.nextInt(8));
        switch (random.nextInt(4)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
            case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
            default -> text.setCharAt(at, PIECES.charAt(random.nextInt(PIECES.length())));
        }
    }
}

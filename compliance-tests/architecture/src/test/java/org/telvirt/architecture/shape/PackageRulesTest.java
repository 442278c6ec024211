package org.telvirt.architecture.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** That each rule fails on a bad sample and passes on a good one. */
class PackageRulesTest {
    private static final String GOOD = "/** Jobs that outlive the call which started them; knows nothing of CIM. */\n"
            + "@NullMarked package a.b;";

    private final PackageRules rules = new PackageRules(Map.of("a.large", 30));

    @Nested
    class Undescribed {
        @Test
        void isAPackageWithoutPackageInfo() {
            assertThat(rules.undescribed(List.of(type("a.b", 1))))
                    .containsExactly("package a.b has no package-info.java");
        }

        @Test
        void isAPackageThatIsNotNullMarked() {
            assertThat(rules.undescribed(List.of(info(GOOD.replace("@NullMarked", "")))))
                    .containsExactly("a/b/package-info.java: @NullMarked is missing");
        }

        @Test
        void isAPackageWhoseDescriptionSaysNothing() {
            assertThat(rules.undescribed(List.of(info("/** Jobs. */ @NullMarked package a.b;"))))
                    .containsExactly("a/b/package-info.java: say what the package is for and what it must not know");
        }

        @Test
        void isNotAPackageThatSaysWhatItIsFor() {
            assertThat(rules.undescribed(List.of(info(GOOD), type("a.b", 1)))).isEmpty();
        }
    }

    @Nested
    class TooLarge {
        @Test
        void isAPackageOfMoreThan20Types() {
            assertThat(rules.tooLarge(types("a.b", 20))).isEmpty();
            assertThat(rules.tooLarge(types("a.b", 21)))
                    .containsExactly(
                            "package a.b has 21 types, 20 are allowed: split it, or name it in large-packages.txt");
        }

        @Test
        void isAnExceptionOnlyBeyondItsOwnLimit() {
            assertThat(rules.tooLarge(types("a.large", 30))).isEmpty();
            assertThat(rules.tooLarge(types("a.large", 31))).hasSize(1);
        }
    }

    private static SourceFile info(String text) {
        return SourceFile.parse("a/b/package-info.java", text);
    }

    private static List<SourceFile> types(String packageName, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> type(packageName, number))
                .toList();
    }

    private static SourceFile type(String packageName, int number) {
        return SourceFile.parse("A.java", "package %s; class A%d { class Inner {} }".formatted(packageName, number));
    }
}

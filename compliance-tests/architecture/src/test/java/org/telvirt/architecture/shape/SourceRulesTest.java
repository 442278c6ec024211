package org.telvirt.architecture.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telvirt.architecture.shape.SourceFile.Method;

/** That each rule fails on a bad sample and passes on a good one. */
class SourceRulesTest {
    @Nested
    class TooLong {
        @Test
        void isAFileOfMoreThan500Lines() {
            assertThat(SourceRules.violations(parse("\n".repeat(500)))).isEmpty();
            assertThat(SourceRules.violations(parse("\n".repeat(501))))
                    .containsExactly("A.java has 501 lines, 500 are allowed: split it");
        }
    }

    @Nested
    class LongMethods {
        @Test
        void areThoseOfMoreThan50Lines() {
            assertThat(SourceRules.violations(parse(method(48)))).isEmpty();
            assertThat(SourceRules.violations(parse(method(49))))
                    .containsExactly("A.java:2: method 'a' has 51 lines, 50 are allowed: split it");
        }

        @Test
        void areFoundInNestedTypesAndConstructors() {
            assertThat(parse("class A { A() {} record B(int c) { B {\n} } }").methods())
                    .contains(new Method("<init>", 1, 1), new Method("<init>", 1, 2));
        }

        private static String method(int lines) {
            return "class A {\n  void a() {\n" + ";\n".repeat(lines) + "  }\n}\n";
        }
    }

    @Nested
    class MeaninglessNames {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "StringUtil",
                    "StringUtils",
                    "TestHelper",
                    "JobManager",
                    "CimomImpl",
                    "ProviderBase",
                    "DiskData",
                    "HostInfo",
                    "Common"
                })
        void areThoseWithASuffixThatFitsEverything(String name) {
            assertThat(SourceRules.violations(parse("class A { interface " + name + " {} }")))
                    .containsExactly("A.java: the suffix of '" + name + "' says nothing: name what it is");
        }

        @ParameterizedTest
        @ValueSource(strings = {"DatabaseReader", "Implication", "Manage", "InfoPage", "Cimom"})
        void areNotThoseThatOnlySoundAlike(String name) {
            assertThat(SourceRules.violations(parse("enum " + name + " { A }"))).isEmpty();
        }
    }

    @Nested
    class Unfinished {
        @ParameterizedTest
        @ValueSource(strings = {"TO" + "DO later", "FIX" + "ME", "X" + "XX what?", "TO" + "DO(me) later"})
        void isAMarkWithoutANumber(String mark) {
            assertThat(SourceRules.violations(parse("class A {}\n// " + mark)))
                    .singleElement()
                    .asString()
                    .startsWith("A.java:2: unfinished work needs the number of its issue");
        }

        @Test
        void isNotAMarkWithANumber() {
            assertThat(SourceRules.violations(parse("// TO" + "DO(#12) close it")))
                    .isEmpty();
        }
    }

    @Nested
    class Authors {
        @Test
        void areNotNamedInTheFile() {
            assertThat(SourceRules.violations(parse("/**\n * A.\n * @author me\n */\nclass A {}")))
                    .containsExactly("A.java:3: authors are in the history, not in the file");
        }
    }

    private static SourceFile parse(String text) {
        return SourceFile.parse("A.java", text);
    }
}

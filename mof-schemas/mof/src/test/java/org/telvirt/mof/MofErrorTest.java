package org.telvirt.mof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.telvirt.mof.MofText.problem;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.MofLocation;

class MofErrorTest {
    @Nested
    class Places {
        @Test
        void areShownWithFileLineColumnAndCaret() {
            assertThat(problem("class A {\r\n\tuint8\tP = 300;\r\n};")).hasMessage("""
                    test.mof:2:12: 300 is out of range for uint8, which goes from 0 to 255
                    \tuint8\tP = 300;
                    \t     \t    ^""");
        }

        @Test
        void canBeAskedFor() {
            MofException problem = problem("class A {\n  string P\n};");

            assertThat(problem.problem()).isEqualTo("Expected ';' after property 'P', found '}'");
            assertThat(problem.location()).isEqualTo(new MofLocation("test.mof", 3, 1, "};"));
        }

        @Test
        void mayBeTheEndOfTheText() {
            assertThat(problem("class A {")).hasMessage("""
                    test.mof:1:10: Expected a property, a method or '}', found the end of the text
                    class A {
                             ^""");
        }
    }

    @Nested
    class Limits {
        @Test
        void endNumbersLongBeforeTheyCostTime() {
            assertThat(problem("class A { uint64 P = " + "9".repeat(1_000_000) + "; };")
                            .problem())
                    .isEqualTo("This number has more digits than any type can hold");
        }

        @Test
        void endChainsOfAliases() {
            StringBuilder text = new StringBuilder("[Association] class A { [Key] A REF R; };");
            for (int i = 0; i <= 110; i++) {
                text.append("instance of A as $a" + i + " { R = $a" + (i + 1) + "; };");
            }

            assertThat(problem(text.toString()).problem()).isEqualTo("Aliases refer to each other more than 100 deep");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongTexts")
    void saysWhereAndWhatIsWrong(String text, int column, String message) {
        MofException problem = problem(text);

        assertThat(problem.problem()).isEqualTo(message);
        assertThat(problem.location()).isEqualTo(new MofLocation("test.mof", 1, column, text));
    }

    private static Stream<Arguments> wrongTexts() {
        return Stream.of(lexical(), values(), structure(), qualifiers(), instances())
                .flatMap(part -> part);
    }

    private static Arguments wrong(String text, int column, String message) {
        return Arguments.of(text, column, message);
    }

    private static Stream<Arguments> lexical() {
        return Stream.of(
                wrong("class A { ? };", 11, "Unexpected character '?'"),
                wrong("class A { \u0007 };", 11, "Unexpected character U+0007"),
                wrong("class A \u0000 {};", 9, "Unexpected character U+0000"),
                wrong("class A {}; /* open", 13, "This comment has no end; close it with */"),
                wrong(
                        "class A { string P = \"open; };",
                        22,
                        "This string has no end; close it with \" on the same line"),
                wrong("class A { string P = \"\\", 22, "This string has no end; close it with \" on the same line"),
                wrong("class A { char16 P = 'x; };", 22, "This character has no end; close it with ' on the same line"),
                wrong(
                        "class A { string P = \"a\\q\"; };",
                        24,
                        "Unknown escape \\q; there are \\b \\t \\n \\f \\r \\\" \\' \\\\ and \\x with 1 to 4 hexadecimal"
                                + " digits"),
                wrong("class A { string P = \"\\xg\"; };", 23, "The escape \\x needs 1 to 4 hexadecimal digits"),
                wrong("class A { string P = \"\\x0\"; };", 23, "U+0000 is not allowed in a string"),
                wrong("class A { char16 P = 'ab'; };", 22, "A character in quotes is one UCS-2 character; this is 2"));
    }

    private static Stream<Arguments> values() {
        return Stream.of(
                wrong(
                        "class A { uint8 P = 08; };",
                        21,
                        "08 is not a number; with a 0 in front its digits go from 0 to 7"),
                wrong("class A { uint8 P = 0x; };", 21, "0x is not a number"),
                wrong("class A { uint8 P = 12b; };", 21, "12b is not a number"),
                wrong("class A { uint8 P = +; };", 21, "+ is not a number"),
                wrong("class A { uint8 P = -1; };", 21, "-1 is out of range for uint8, which goes from 0 to 255"),
                wrong(
                        "class A { sint16 P = 32768; };",
                        22,
                        "32768 is out of range for sint16, which goes from -32768 to 32767"),
                wrong("class A { real32 P = 1.; };", 22, "1. is not a real number; write it as 1.5 or 1.5e-3"),
                wrong("class A { real32 P = 1.5e; };", 22, "1.5e is not a real number; write it as 1.5 or 1.5e-3"),
                wrong("class A { uint8 P = 1.5; };", 21, "Expected a value of type uint8, found '1.5'"),
                wrong("class A { real32 P = -3.5e38; };", 22, "-3.5e38 is out of range for real32"),
                wrong("class A { string P = 5; };", 22, "Expected a value of type string, found '5'"),
                wrong("class A { uint8 P = \"5\"; };", 21, "Expected a value of type uint8, found the string \"5\""),
                wrong("class A { boolean P = yes; };", 23, "Expected a value of type boolean, found 'yes'"),
                wrong(
                        "class A { datetime P = \"today\"; };",
                        24,
                        "'today' is not a datetime; write yyyymmddhhmmss.mmmmmm+utc or, for an interval,"
                                + " ddddddddhhmmss.mmmmmm:000"),
                wrong(
                        "class A { string P[] = \"a\"; };",
                        24,
                        "Expected an array in braces or NULL, found the string" + " \"a\""),
                wrong("class A { string P = {\"a\"}; };", 22, "Expected a single value of type string, found '{'"),
                wrong(
                        "class A { uint8 P[2] = {1, 2, 3}; };",
                        31,
                        "Expected no more than 2 values for uint8[2], found '3'"),
                wrong("class A { uint8 P[0]; };", 19, "Expected the size of the array from 1 to 2147483647, found 0"));
    }

    private static Stream<Arguments> structure() {
        return Stream.of(
                wrong(
                        "clas A {};",
                        1,
                        "Expected a class, an instance, a qualifier or a compiler directive, found" + " 'clas'"),
                wrong("class A {}", 11, "Expected ';' after class 'A', found the end of the text"),
                wrong("class 5 {};", 7, "Expected the name of a class, found '5'"),
                wrong("class A : {};", 11, "Expected the name of a superclass, found '{'"),
                wrong("class A : B {};", 11, "Class 'A' has the superclass 'B', which does not exist"),
                wrong("class A : A {};", 11, "Class 'A' descends from itself"),
                wrong("class A : B {}; class B : A {};", 27, "Class 'B' descends from itself"),
                wrong("class A {}; class a {};", 19, "Class 'a' is already declared at test.mof:1:7"),
                wrong(
                        "class A { int P; };",
                        15,
                        "Expected 'ref' after 'int', which is not an intrinsic type, found" + " 'P'"),
                wrong("class A { string P; uint8 p(); };", 27, "'p' is declared twice in this class"),
                wrong(
                        "class A { uint8 M(string P, string p); };",
                        36,
                        "Parameter 'p' is declared twice in this method"),
                wrong("class A { A REF M(); };", 17, "Method 'M' cannot return a reference"),
                wrong("class A { A REF R[]; };", 18, "Expected no array, since reference 'R' is a property, found '['"),
                wrong(
                        "class A { A REF R; };",
                        17,
                        "Class 'A' has the reference 'R' but not the qualifier" + " Association"),
                wrong(
                        "[Association] class A { B REF R; A REF S; };",
                        31,
                        "'A.R' refers to the class 'B', which does not exist"),
                wrong(
                        "#pragma include \"x\"",
                        17,
                        "Expected '(' after the name of a compiler directive, found the" + " string \"x\""),
                wrong("#pragma namespace (\"//host\")", 20, "'//host' is not a namespace"));
    }

    private static Stream<Arguments> qualifiers() {
        return Stream.of(
                wrong("[Foo] class A {};", 2, "Qualifier 'Foo' is not declared; declare it before it is used"),
                wrong("class A { [Key, key] string P; };", 17, "Qualifier 'key' is given twice"),
                wrong(
                        "[Key] class A {};",
                        2,
                        "Qualifier 'Key' is not for classes; its declaration allows properties, references"),
                wrong(
                        "class A { [Version(\"1\")] string P; };",
                        12,
                        "Qualifier 'Version' is not for properties; its declaration allows classes, associations,"
                                + " indications"),
                wrong(
                        "class A { [MaxLen(\"1\")] string P; };",
                        19,
                        "Expected a value of type uint32, found the string" + " \"1\""),
                wrong(
                        "class A { [Values(\"1\")] string P; };",
                        19,
                        "Expected '{' since qualifier 'Values' is an array, found the string \"1\""),
                wrong("class A { [MaxLen{1}] string P; };", 18, "Expected a single value of type uint32, found '{'"),
                wrong("class A { [MaxLen(1) string P; };", 22, "Expected ']' or ',' after a qualifier, found 'string'"),
                wrong(
                        "class A { [MaxLen(1) : Sticky] string P; };",
                        24,
                        "Unknown flavor; there are EnableOverride, DisableOverride, ToSubclass, Restricted, ToInstance"
                                + " and Translatable"),
                wrong(
                        "class A { [MaxLen(1) : Restricted ToSubclass] string P; };",
                        35,
                        "This flavor contradicts an earlier one of the same qualifier"),
                wrong(
                        "Qualifier Q : string, Scope(everything);",
                        29,
                        "Unknown scope; there are class, association, indication, property, reference, method,"
                                + " parameter and any"),
                wrong("Qualifier Q : text, Scope(any);", 15, "Expected the type of the qualifier, found 'text'"),
                wrong("Qualifier Q : string;", 21, "Expected ',' before the scope of qualifier 'Q', found ';'"),
                wrong("Qualifier Key : string, Scope(any);", 11, "Qualifier 'Key' is already declared in another way"));
    }

    private static Stream<Arguments> instances() {
        return Stream.of(
                wrong("instance of A {};", 13, "There is no class 'A'; declare it before its instances"),
                wrong("[Abstract] class A {}; instance of A {};", 36, "Class 'A' is abstract and has no instances"),
                wrong("class A {}; instance of A { B = 1; };", 29, "Class 'A' has no property 'B'"),
                wrong("class A { uint8 B; }; instance of A { B = 1; b = 2; };", 46, "Property 'b' is given twice"),
                wrong(
                        "class A { uint8 B; }; instance of A { B = \"1\"; };",
                        43,
                        "Expected a value of type uint8, found the string \"1\""),
                wrong(
                        "class A { [Key] string K; }; instance of A {};",
                        42,
                        "An instance of 'A' needs a value for its key 'K'"),
                wrong(
                        "[Association] class A { [Key] A REF R; }; instance of A { R = $x; };",
                        63,
                        "No instance has the alias '$x'"),
                wrong(
                        "[Association] class A { [Key] A REF R; }; instance of A as $x { R = $x; };",
                        69,
                        "The alias '$x' refers to this instance itself"),
                wrong(
                        "class A {}; instance of A as $x {}; instance of A as $x {};",
                        49,
                        "The alias '$x' is already used for another instance"),
                wrong(
                        "[Association] class A { [Key] A REF R; }; instance of A { R = \"A.K\"; };",
                        63,
                        "'A.K' is not an object path: there is no '=' after key 'K'"),
                wrong(
                        "[Association] class A { [Key] A REF R; }; instance of A { R = \"a//b:A.K=1\"; };",
                        63,
                        "'a//b:A.K=1' is not an object path: 'a//b' is not a namespace"));
    }

    @Nested
    class SeveralOfThem {
        private List<String> places(String text) {
            MofException first = problem(text);
            return Stream.concat(Stream.of(first), first.others().stream())
                    .map(problem -> problem.location() + " " + problem.problem())
                    .toList();
        }

        @Test
        void areToldAtOnce() {
            assertThat(places("""
                    class A { uint8 P = 300; string Q; };
                    class B { string P; };
                    class B { string P };
                    Qualifier Key : nothing, Scope(any);
                    #pragma include ("nothing.mof")
                    instance of C { };
                    instance of B { P = "x
                    }; class D { ~ string P; }; class E { /* no end
                    """))
                    .containsExactly(
                            "test.mof:1:21 300 is out of range for uint8, which goes from 0 to 255",
                            "test.mof:3:20 Expected ';' after property 'P', found '}'",
                            "test.mof:4:17 Expected the type of the qualifier, found 'nothing'",
                            "test.mof:5:18 There is no file 'nothing.mof' to include",
                            "test.mof:6:13 There is no class 'C'; declare it before its instances",
                            "test.mof:7:21 This string has no end; close it with \" on the same line",
                            "test.mof:8:14 Unexpected character '~'",
                            "test.mof:8:39 This comment has no end; close it with */");
        }

        @Test
        void areToldOfClassesThatBreakRulesWithoutWhatFollowsFromThem() {
            assertThat(places("""
                    class A : Nothing {};
                    class B : A {};
                    class C : B {};
                    class D { [Override("X")] string Y; };
                    """)).hasSize(2).allMatch(problem -> problem.matches("test.mof:(1:11|4:34) .*"));
        }

        @Test
        void areToldOfInstancesToo() {
            assertThat(places("""
                    class A { [Key] string Id; };
                    [Association] class L { [Key] A REF From; [Key] A REF To; };
                    instance of A { Id = "1"; };
                    instance of A { Id = "1"; };
                    instance of A { };
                    instance of L { From = $x; To = "A.Id=\\"1\\""; };
                    """))
                    .containsExactly(
                            "test.mof:4:13 The instance root/test:A.Id=\"1\" is already declared at test.mof:3:13",
                            "test.mof:5:13 An instance of 'A' needs a value for its key 'Id'",
                            "test.mof:6:24 No instance has the alias '$x'");
        }

        @Test
        void showEachWithItsLineAndCaret() {
            assertThat(problem("class A { string };\nclass B { string };")).hasMessage("""
                    test.mof:1:18: Expected the name of a property or method, found '}'
                    class A { string };
                                     ^
                    test.mof:2:18: Expected the name of a property or method, found '}'
                    class B { string };
                                     ^""");
        }

        @Test
        void endAtTwenty() {
            assertThat(places("class A { string };\n".repeat(100))).hasSize(20);
        }
    }
}

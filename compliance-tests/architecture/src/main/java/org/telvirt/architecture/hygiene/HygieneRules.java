package org.telvirt.architecture.hygiene;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.telvirt.architecture.Repository;

/** What no file of the repository may carry. Every method returns the violations, one sentence each. */
public final class HygieneRules {
    private static final int MOST_BYTES = 2 << 20;

    private record Rule(Pattern pattern, String message) {}

    private static final List<Rule> RULES = List.of(
            new Rule(
                    Pattern.compile(
                            "(?<![\\w.:/$}<-])/(?:work|home|root(?!/(?:virt|interop|PG_|cimv2|nowhere|other)\\b)|Users)/[\\w.]"),
                    "a path of one machine; use a path below the root or a temporary directory"),
            new Rule(
                    Pattern.compile("(?i)\\brepo1?\\.maven\\.|\\bregistry\\.(?:npmjs|hub)\\b|\\bpypi\\.org\\b"
                            + "|\\b(?:artifactory|nexus|jfrog)\\.[\\w-]+\\."),
                    "the host of a package registry; registries are the business of the machine's settings"),
            new Rule(
                    Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----\\s+[A-Za-z0-9+/=]{32}"),
                    "a private key; make one when it is needed"),
            new Rule(Pattern.compile("\r"), "a carriage return; lines end with a line feed alone"));

    private HygieneRules() {}

    /** The violations in the text of one file. */
    public static List<String> violations(String name, String text) {
        List<String> violations = new ArrayList<>();
        if (text.indexOf('\0') >= 0) {
            return violations;
        }
        for (Rule rule : RULES) {
            rule.pattern()
                    .matcher(text)
                    .results()
                    .map(found -> "%s:%d: %s".formatted(name, line(text, found.start()), rule.message()))
                    .forEach(violations::add);
        }
        return violations;
    }

    private static long line(String text, int position) {
        return text.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
    }

    /** The violations in the files of a repository: their texts, their sizes, and what must be there. */
    public static List<String> violations(Repository repository) {
        List<String> violations = new ArrayList<>(missing(repository.root()));
        for (Path file : repository.files()) {
            String name = repository.root().relativize(file).toString();
            if (file.toFile().length() > MOST_BYTES) {
                violations.add(name + " is larger than 2 MiB: keep what can be made out of the repository");
            } else {
                violations.addAll(violations(name, Repository.read(file)));
            }
        }
        return violations;
    }

    private static List<String> missing(Path root) {
        List<String> violations = new ArrayList<>();
        Path licence = root.resolve("LICENSE");
        if (!Files.exists(licence) || !Repository.read(licence).contains("Apache License")) {
            violations.add("LICENSE is missing or not the Apache License");
        }
        for (String name : List.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md")) {
            if (!Files.exists(root.resolve(name))) {
                violations.add(name + " is missing");
            }
        }
        for (String name : List.of("telvirt", ".ci/run")) {
            if (!Files.isExecutable(root.resolve(name))) {
                violations.add(name + " is missing or not executable");
            }
        }
        return violations;
    }
}

package org.telvirt.architecture.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.telvirt.architecture.Table;

/**
 * Rules for the packages that some files make up. Every method returns the violations, one sentence each.
 *
 * @param exceptions packages that may hold more types than others, and how many
 */
public record PackageRules(Map<String, Integer> exceptions) {
    private static final int MOST_TYPES = 20;
    private static final int LEAST_PROSE = 60;
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");

    public PackageRules {
        exceptions = Map.copyOf(exceptions);
    }

    /** The rules with the exceptions that this repository allows itself. */
    public static PackageRules load() {
        return new PackageRules(Table.lines(Table.load("large-packages.txt")).stream()
                .map(line -> Table.cells(line, 3))
                .collect(Collectors.toMap(cells -> cells.get(0), cells -> Integer.valueOf(cells.get(1)))));
    }

    /** Packages without a description, with one that says nothing, or without {@code @NullMarked}. */
    public List<String> undescribed(List<SourceFile> files) {
        List<String> violations = new ArrayList<>();
        byPackage(files).forEach((name, members) -> {
            List<SourceFile> descriptions =
                    members.stream().filter(SourceFile::isPackageInfo).toList();
            if (descriptions.isEmpty()) {
                violations.add("package " + name + " has no package-info.java");
            }
            for (SourceFile description : descriptions) {
                if (!description.text().contains("@NullMarked")) {
                    violations.add(description.name() + ": @NullMarked is missing");
                }
                if (prose(description.text()).length() < LEAST_PROSE) {
                    violations.add(description.name() + ": say what the package is for and what it must not know");
                }
            }
        });
        return violations;
    }

    /** Packages with more types than a reader can keep in mind. */
    public List<String> tooLarge(List<SourceFile> files) {
        List<String> violations = new ArrayList<>();
        byPackage(files).forEach((name, members) -> {
            int types = members.stream().mapToInt(SourceFile::topLevelTypes).sum();
            int most = exceptions.getOrDefault(name, MOST_TYPES);
            if (types > most) {
                violations.add("package %s has %d types, %d are allowed: split it, or name it in large-packages.txt"
                        .formatted(name, types, most));
            }
        });
        return violations;
    }

    private static Map<String, List<SourceFile>> byPackage(List<SourceFile> files) {
        return files.stream()
                .collect(Collectors.groupingBy(SourceFile::packageName, TreeMap::new, Collectors.toList()));
    }

    private static String prose(String text) {
        return COMMENT.matcher(text)
                .results()
                .map(comment -> comment.group(1).replaceAll("[\\s*]+", " ").strip())
                .findFirst()
                .orElse("");
    }
}

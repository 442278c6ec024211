package org.telvirt.traceability.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.telvirt.traceability.claim.ScopeRequirement.Part;

/** All requirements of the SCOPE Alliance document, in its order. */
public record ScopeTable(List<ScopeRequirement> requirements) {
    public ScopeTable {
        requirements = List.copyOf(requirements);
    }

    /** Reads the table that is part of this module. */
    public static ScopeTable load() {
        return read(TableFile.lines("scope-requirements.txt"));
    }

    /** The requirement of this id, if there is one. */
    public Optional<ScopeRequirement> find(String id) {
        return requirements.stream()
                .filter(requirement -> requirement.id().equals(id))
                .findFirst();
    }

    static ScopeTable read(List<String> lines) {
        List<ScopeRequirement> requirements = new ArrayList<>();
        String group = "";
        for (String line : lines) {
            if (line.startsWith("== ")) {
                group = line.substring(3);
            } else if (line.startsWith("- ")) {
                addPart(requirements, TableFile.cells(line.substring(2), 2));
            } else {
                List<String> cells = TableFile.cells(line, 3);
                requirements.add(new ScopeRequirement(group, cells.get(0), cells.get(1), cells.get(2), List.of()));
            }
        }
        return new ScopeTable(requirements);
    }

    private static void addPart(List<ScopeRequirement> requirements, List<String> cells) {
        int last = requirements.size() - 1;
        ScopeRequirement whole = requirements.get(last);
        List<Part> parts = new ArrayList<>(whole.parts());
        parts.add(new Part(cells.get(0), cells.get(1)));
        requirements.set(last, new ScopeRequirement(whole.group(), whole.id(), whole.level(), whole.text(), parts));
    }
}

package org.telvirt.mof.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** MOF text is not well formed, breaks a rule of CIM, or cannot be read. */
public final class MofException extends Exception {
    private static final long serialVersionUID = 1;

    private final String problem;
    private final transient @Nullable MofLocation location;
    private final transient List<MofException> others;

    /** A problem at a place; the message shows the line and a caret. */
    public MofException(MofLocation location, String problem) {
        super(location + ": " + problem + '\n' + location.excerpt());
        this.problem = problem;
        this.location = location;
        this.others = List.of();
    }

    /** A problem with a text as a whole. */
    public MofException(String file, String problem, @Nullable Throwable cause) {
        super(file + ": " + problem, cause);
        this.problem = problem;
        this.location = null;
        this.others = List.of();
    }

    private MofException(MofException first, List<MofException> others, String message) {
        super(message, first.getCause());
        this.problem = first.problem;
        this.location = first.location;
        this.others = List.copyOf(others);
    }

    /** Several problems in one: the first, whose message goes on with those of the others. */
    public static MofException of(List<MofException> problems) {
        MofException first = problems.get(0);
        if (problems.size() == 1) {
            return first;
        }
        StringBuilder message = new StringBuilder();
        for (MofException problem : problems) {
            message.append(message.length() == 0 ? "" : "\n").append(problem.getMessage());
        }
        return new MofException(first, problems.subList(1, problems.size()), message.toString());
    }

    /** The place, what is wrong, the line and a caret; never null. */
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? problem : message;
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }

    /** What else is wrong, in the order it was found; empty: nothing that was looked for. */
    public List<MofException> others() {
        return others;
    }

    /** Where it is wrong; null: not at one place. */
    public @Nullable MofLocation location() {
        return location;
    }
}

package org.telvirt.query.pattern;

/** A pattern is not well formed, or too large. */
public final class PatternException extends Exception {
    private static final long serialVersionUID = 1;

    /** What is wrong with it. */
    public PatternException(String problem) {
        super(problem);
    }

    /** What is wrong; never null. */
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "The pattern is not well formed" : message;
    }
}

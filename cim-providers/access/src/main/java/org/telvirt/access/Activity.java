package org.telvirt.access;

import java.util.Arrays;
import java.util.Optional;

/** What a role can allow; the numbers are those of {@code CIM_Privilege.Activities}, ours from 16000 on. */
public enum Activity {
    READ(5, "read"),
    CREATE(2, "create"),
    MODIFY(6, "modify"),
    DELETE(3, "delete"),
    /** To invoke extrinsic methods. */
    EXECUTE(7, "invoke"),
    /** To create, change and delete classes and qualifier types. */
    WRITE_CLASSES(16000, "change classes in"),
    /** To create and delete namespaces. */
    WRITE_NAMESPACES(16001, "create or delete the namespace");

    private final int number;
    private final String verb;

    Activity(int number, String verb) {
        this.number = number;
        this.verb = verb;
    }

    /** The value in {@code CIM_Privilege.Activities}. */
    public int number() {
        return number;
    }

    /** Between "may not" and the object. */
    String verb() {
        return verb;
    }

    /** Empty: we know no such activity. */
    public static Optional<Activity> of(long number) {
        return Arrays.stream(values())
                .filter(activity -> activity.number == number)
                .findFirst();
    }
}

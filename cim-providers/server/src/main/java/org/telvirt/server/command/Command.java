package org.telvirt.server.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.telvirt.server.settings.Setting;

/** What the command line asks for. */
public sealed interface Command {
    /**
     * To serve.
     *
     * @param exitWhenReady whether to stop as soon as the server answers
     */
    record Serve(Source source, boolean exitWhenReady) implements Command {}

    /** To serve itself a few requests and end, while the JVM writes down which classes that took. */
    record Train() implements Command {}

    /**
     * To edit the file of users.
     *
     * @param name empty: of all
     * @param passwordFile empty: the password is asked for
     */
    record EditUsers(UserVerb verb, String name, Optional<Path> passwordFile, Source source) implements Command {}

    /** What can be done to users. */
    enum UserVerb {
        /** A new one. */
        ADD,
        /** One less. */
        REMOVE,
        /** All names. */
        LIST,
        /** Another password for one. */
        PASSWORD
    }

    /**
     * To show or change the roles of users on a running server.
     *
     * @param user empty: of all
     * @param role empty: of all
     */
    record EditRoles(RoleVerb verb, String user, String role, Where where, Source source) implements Command {}

    /** What can be done with roles. */
    enum RoleVerb {
        /** All roles, and who has which. */
        LIST,
        /** One more for a user. */
        ASSIGN,
        /** One less for a user. */
        REVOKE
    }

    /**
     * Where settings come from, besides the environment.
     *
     * @param options the settings that the command line gives
     * @param file the settings file that it names; empty: it names none
     */
    record Source(Map<Setting, String> options, Optional<Path> file) {}

    /**
     * To ask a running server how it is.
     *
     * @param json whether a program reads the answer
     */
    record Status(boolean json, Where where, Source source) implements Command {}

    /**
     * Which server a command talks to.
     *
     * @param url empty: the one of the state folder
     * @param user of the server at the URL
     * @param passwordFile empty: the password is asked for
     * @param certificate of the server at the URL; empty: one that Java trusts
     */
    record Where(Optional<String> url, String user, Optional<Path> passwordFile, Optional<Path> certificate) {}

    /**
     * To find the mistakes in a settings file.
     *
     * @param file empty: the one in use
     */
    record CheckConfig(Optional<Path> file) implements Command {}

    /** To print the settings in force, and where each comes from. */
    record ShowConfig(Source source) implements Command {}

    /**
     * To bring MOF into a running server.
     *
     * @param path an archive, a folder or a file
     * @param namespace for what no pragma puts elsewhere
     * @param replace whether to modify what is there and different
     */
    record ImportSchema(Path path, String namespace, boolean replace, Where where, Source source) implements Command {}

    /** To print a text. */
    record Print(String text) implements Command {}
}

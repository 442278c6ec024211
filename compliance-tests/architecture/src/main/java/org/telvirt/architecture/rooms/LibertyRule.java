package org.telvirt.architecture.rooms;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.telvirt.architecture.rooms.Room.Liberty;

/** Which call needs which liberty. */
final class LibertyRule {
    private static final List<LibertyRule> RULES = List.of(
            new LibertyRule(Liberty.THREADS, "java.lang.Thread", "<init>|sleep|start|onSpinWait|ofVirtual|ofPlatform"),
            new LibertyRule(Liberty.THREADS, "java.util.Timer", ".*"),
            new LibertyRule(Liberty.THREADS, "java.util.concurrent.Executors", "new.*"),
            new LibertyRule(Liberty.THREADS, "java.util.concurrent.(Scheduled)?ThreadPoolExecutor", "<init>"),
            new LibertyRule(Liberty.THREADS, "java.util.concurrent.ForkJoinPool", "<init>|commonPool"),
            new LibertyRule(Liberty.THREADS, "java.util.concurrent.TimeUnit", "sleep"),
            new LibertyRule(Liberty.THREADS, "java.util.Collection", "parallelStream"),
            new LibertyRule(Liberty.THREADS, "java.util.stream.\\w*Stream", "parallel"),
            new LibertyRule(Liberty.CLOCK, "java.lang.System", "currentTimeMillis|nanoTime"),
            new LibertyRule(Liberty.CLOCK, "java.time.Clock", "system.*|tick(Millis|Minutes|Seconds)"),
            new LibertyRule(Liberty.CLOCK, "java.time.InstantSource", "system"),
            new LibertyRule(Liberty.PRINT, "java.lang.System", "out|err"),
            new LibertyRule(Liberty.PRINT, "java.lang.Throwable", "printStackTrace"));
    private static final Pattern TIME = Pattern.compile("java\\.time\\.(\\w+)");
    private static final Set<String> CLOCK_ARGUMENT = Set.of("java.time.Clock", "java.time.InstantSource");

    private final Liberty liberty;
    private final Pattern owner;
    private final Pattern member;

    private LibertyRule(Liberty liberty, String owner, String member) {
        this.liberty = liberty;
        this.owner = Pattern.compile(owner.replace(".", "\\."));
        this.member = Pattern.compile(member);
    }

    /** The liberty that an access needs; empty: anyone may do this. */
    static Optional<Liberty> needed(JavaAccess<?> access) {
        if (readsSystemClock(access) || runsInCommonPool(access)) {
            return Optional.of(readsSystemClock(access) ? Liberty.CLOCK : Liberty.THREADS);
        }
        return RULES.stream()
                .filter(rule -> rule.matches(access))
                .map(rule -> rule.liberty)
                .findFirst();
    }

    /** How to do without a liberty. */
    static String cure(Liberty liberty) {
        return switch (liberty) {
            case THREADS -> "threads are made in the server; take an Executor by constructor";
            case CLOCK -> "time is read in the server; take an InstantSource or a ticker by constructor";
            case PRINT -> "only a command prints; use a logger";
        };
    }

    private boolean matches(JavaAccess<?> access) {
        return member.matcher(access.getTarget().getName()).matches()
                && (isOwner(access.getTargetOwner())
                        || access.getTargetOwner().getAllRawSuperclasses().stream()
                                .anyMatch(this::isOwner)
                        || access.getTargetOwner().getAllRawInterfaces().stream()
                                .anyMatch(this::isOwner));
    }

    private boolean isOwner(JavaClass type) {
        return owner.matcher(type.getName()).matches();
    }

    private static boolean readsSystemClock(JavaAccess<?> access) {
        return access.getTarget().getName().equals("now")
                && TIME.matcher(access.getTargetOwner().getName()).matches()
                && parameterTypes(access).stream().noneMatch(CLOCK_ARGUMENT::contains);
    }

    private static boolean runsInCommonPool(JavaAccess<?> access) {
        return access.getTarget().getName().endsWith("Async")
                && access.getTargetOwner().getName().equals("java.util.concurrent.CompletableFuture")
                && !parameterTypes(access).contains("java.util.concurrent.Executor");
    }

    private static List<String> parameterTypes(JavaAccess<?> access) {
        String name = access.getTarget().getFullName();
        int open = name.indexOf('(');
        return open < 0
                ? List.of()
                : List.of(name.substring(open + 1, name.length() - 1).split(", *"));
    }
}

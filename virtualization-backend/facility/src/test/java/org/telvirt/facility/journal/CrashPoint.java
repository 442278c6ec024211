package org.telvirt.facility.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.telvirt.hypervisor.Hypervisor;
import org.telvirt.hypervisor.backup.Backups;
import org.telvirt.hypervisor.snapshot.Snapshots;

/**
 * An engine below a facility that keeps what a process would leave that ends just before, or just after, one of the calls
 * of that name.
 */
final class CrashPoint {
    private final KeptTexts texts;
    private final String call;
    private final boolean isBefore;
    private final Hypervisor engine;
    private KeptTexts left;

    CrashPoint(Hypervisor below, KeptTexts texts, String call, boolean isBefore) {
        this.texts = texts;
        this.call = call;
        this.isBefore = isBefore;
        this.engine = watched(Hypervisor.class, below);
    }

    Hypervisor engine() {
        return engine;
    }

    /** What the next process finds. */
    KeptTexts left() {
        if (left == null) {
            throw new AssertionError("nobody called " + call);
        }
        return left;
    }

    private static final class Crash extends Error {
        private static final long serialVersionUID = 1;

        Crash() {
            super("the process ends here", null, false, false);
        }
    }

    private <T> T watched(Class<T> type, T below) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    boolean isMeant = method.getName().equals(call);
                    if (isMeant && isBefore) {
                        left = texts.copy();
                        throw new Crash();
                    }
                    Object result;
                    try {
                        result = method.invoke(below, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (isMeant) {
                        left = texts.copy();
                    }
                    if (result instanceof Backups backups) {
                        return watched(Backups.class, backups);
                    }
                    return result instanceof Snapshots snapshots ? watched(Snapshots.class, snapshots) : result;
                }));
    }

    /** Runs what ends in the middle. */
    void crash(ThrowingCall run) throws Exception {
        try {
            run.call();
        } catch (Crash e) {
            // as it was meant
        }
        left();
    }

    /** What the process does. */
    @FunctionalInterface
    interface ThrowingCall {
        void call() throws Exception;
    }
}

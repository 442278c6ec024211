package org.telvirt.cimom.enumeration;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.EnumerationPart;
import org.telvirt.cim.operation.ItemKind;

/**
 * The open enumerations (DSP0200 §5.4.2.24). A context is kept for its timeout after each answer; it belongs to the user
 * and the namespace of its Open. A close during a pull succeeds and ends the pull with PULL_HAS_BEEN_ABANDONED; a second
 * pull during a pull is refused. Expired contexts are closed by {@link #closeExpired} and by every new one. Safe for use
 * by many threads.
 */
public final class EnumerationTable {
    private static final int CONTEXT_BYTES = 24;

    private final EnumerationLimits limits;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Object lock = new Object();
    // guarded by lock, as is all that changes in its values
    private final Map<String, Enumeration<?>> open = new HashMap<>();

    public EnumerationTable(EnumerationLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Gives the first part of a run and keeps the rest.
     *
     * @param source is closed at the end, whoever brings it about
     * @param timeout how long the context is kept; zero: for ever
     * @param count the most items
     * @throws CimException SERVER_LIMITS_EXCEEDED: too many contexts; or as the source
     */
    public <T> EnumerationPart<T> open(
            CimNamespace namespace, String user, ItemKind<T> kind, CimCursor<T> source, Duration timeout, long count)
            throws CimException {
        return open(namespace, user, kind, source, Lease.of(timeout), new Portion(count));
    }

    /**
     * The same with all that can be said of how it is kept.
     *
     * @throws CimException SERVER_LIMITS_EXCEEDED: too many contexts; or as the source
     */
    public <T> EnumerationPart<T> open(
            CimNamespace namespace, String user, ItemKind<T> kind, CimCursor<T> source, Lease lease, Portion portion)
            throws CimException {
        EnumerationKey key = new EnumerationKey(namespace, user, newContext());
        Enumeration<T> enumeration =
                new Enumeration<>(key, kind, lease, new PeekableCursor<>(source, lease.continueOnError()));
        boolean kept = false;
        try {
            List<T> items = enumeration.cursor().take(bounded(portion.count()), portion::isFull);
            enumeration.given(items.size());
            kept = !enumeration.cursor().atEnd();
            if (kept) {
                keep(enumeration);
            }
            return new EnumerationPart<>(items, kept ? key.context() : null);
        } catch (CimException | RuntimeException e) {
            kept = false;
            throw e;
        } finally {
            if (!kept) {
                source.close();
            }
        }
    }

    private long bounded(long count) throws CimException {
        if (count < 0) {
            throw CimException.invalidParameter("MaxObjectCount is " + count + "; it cannot be less than 0");
        }
        return Math.min(count, limits.objectsPerAnswer());
    }

    private String newContext() {
        byte[] bytes = new byte[CONTEXT_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    private void keep(Enumeration<?> enumeration) throws CimException {
        closeExpired();
        String user = enumeration.key().user();
        synchronized (lock) {
            if (open.size() >= limits.openEnumerations()) {
                throw tooMany(Integer.toString(limits.openEnumerations()));
            }
            if (openOf(user) >= limits.openEnumerationsOfUser()) {
                throw tooMany(limits.openEnumerationsOfUser() + " of " + user);
            }
            enumeration.endPull(clock.instant());
            open.put(enumeration.key().context(), enumeration);
        }
    }

    private long openOf(String user) {
        return open.values().stream()
                .filter(enumeration -> enumeration.key().user().equals(user))
                .count();
    }

    private static CimException tooMany(String open) {
        return new CimException(
                CimStatus.SERVER_LIMITS_EXCEEDED,
                "Cannot open another enumeration: " + open
                        + " are open; pull some to their end, close them, or try later");
    }

    /**
     * The next part.
     *
     * @param count the most items; 0 only begins the lease anew
     * @throws CimException INVALID_ENUMERATION_CONTEXT: there is no such context for this user, namespace and kind, or
     *     it is being pulled; PULL_HAS_BEEN_ABANDONED: it was closed meanwhile; or as the source, after which the
     *     context is gone
     */
    public <T> EnumerationPart<T> pull(EnumerationKey key, ItemKind<T> kind, long count) throws CimException {
        return pull(key, kind, new Portion(count));
    }

    /**
     * The next part, perhaps smaller than asked for.
     *
     * @throws CimException as with a count
     */
    public <T> EnumerationPart<T> pull(EnumerationKey key, ItemKind<T> kind, Portion portion) throws CimException {
        long most = bounded(portion.count());
        Enumeration<T> enumeration = startPull(key, kind);
        boolean kept = false;
        try {
            List<T> items = enumeration.cursor().take(most, () -> enumeration.isAbandoned() || portion.isFull());
            boolean atEnd = enumeration.cursor().atEnd();
            kept = endPull(enumeration, items.size(), atEnd);
            return new EnumerationPart<>(items, kept ? key.context() : null);
        } catch (CimException e) {
            kept = enumeration.goesOn() && !enumeration.isAbandoned() && endPull(enumeration, 0, false);
            throw e;
        } finally {
            if (!kept) {
                remove(enumeration);
                enumeration.cursor().close();
            }
        }
    }

    @SuppressWarnings("unchecked") // an enumeration has items of its kind
    private <T> Enumeration<T> startPull(EnumerationKey key, ItemKind<T> kind) throws CimException {
        synchronized (lock) {
            Enumeration<?> enumeration = require(key);
            if (!enumeration.kind().equals(kind)) {
                throw invalid(
                        key.context(),
                        "is of another kind: pull it by Pull"
                                + enumeration.kind().name());
            }
            if (enumeration.isPulling()) {
                throw invalid(key.context(), "is being pulled; wait for the answer");
            }
            enumeration.startPull();
            return (Enumeration<T>) enumeration;
        }
    }

    // whether it goes on
    private boolean endPull(Enumeration<?> enumeration, int given, boolean atEnd) throws CimException {
        synchronized (lock) {
            if (enumeration.isAbandoned()) {
                throw new CimException(
                        CimStatus.PULL_HAS_BEEN_ABANDONED, "The enumeration was closed while it was being pulled");
            }
            enumeration.given(given);
            if (atEnd) {
                open.remove(enumeration.key().context());
            } else {
                enumeration.endPull(clock.instant());
            }
            return !atEnd;
        }
    }

    private void remove(Enumeration<?> enumeration) {
        synchronized (lock) {
            open.remove(enumeration.key().context());
        }
    }

    /**
     * Ends an enumeration before its end.
     *
     * @throws CimException INVALID_ENUMERATION_CONTEXT: there is no such context for this user and namespace
     */
    public void close(EnumerationKey key) throws CimException {
        Enumeration<?> enumeration;
        synchronized (lock) {
            enumeration = require(key);
            open.remove(key.context());
            enumeration.abandon();
            if (enumeration.isPulling()) {
                return;
            }
        }
        enumeration.cursor().close();
    }

    /**
     * About how many values are left; empty: nobody knows.
     *
     * @throws CimException INVALID_ENUMERATION_CONTEXT: there is no such context for this user and namespace
     */
    public OptionalLong left(EnumerationKey key) throws CimException {
        synchronized (lock) {
            return require(key).left();
        }
    }

    private Enumeration<?> require(EnumerationKey key) throws CimException {
        Enumeration<?> enumeration = open.get(key.context());
        if (enumeration == null || !enumeration.key().equals(key) || enumeration.isExpired(clock.instant())) {
            throw invalid(key.context(), "is unknown: it was closed, has expired or is another user's; open it again");
        }
        return enumeration;
    }

    private static CimException invalid(String context, String why) {
        String shown = context.length() > 40 ? context.substring(0, 40) + "…" : context;
        return new CimException(
                CimStatus.INVALID_ENUMERATION_CONTEXT, "The enumeration context '" + shown + "' " + why);
    }

    /** How many enumerations are open, expired ones included that were not closed yet. */
    public int size() {
        synchronized (lock) {
            return open.size();
        }
    }

    /** Closes what has expired. */
    public void closeExpired() {
        Instant now = clock.instant();
        List<Enumeration<?>> expired = new ArrayList<>();
        synchronized (lock) {
            for (Iterator<Enumeration<?>> all = open.values().iterator(); all.hasNext(); ) {
                Enumeration<?> enumeration = all.next();
                if (enumeration.isExpired(now)) {
                    all.remove();
                    expired.add(enumeration);
                }
            }
        }
        close(expired);
    }

    /** Closes all; pulls that are running end as abandoned. */
    public void closeAll() {
        List<Enumeration<?>> idle = new ArrayList<>();
        synchronized (lock) {
            for (Enumeration<?> enumeration : open.values()) {
                enumeration.abandon();
                if (!enumeration.isPulling()) {
                    idle.add(enumeration);
                }
            }
            open.clear();
        }
        close(idle);
    }

    private static void close(Collection<Enumeration<?>> enumerations) {
        enumerations.forEach(enumeration -> enumeration.cursor().close());
    }
}

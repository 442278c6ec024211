package org.telvirt.conformance.profile;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.conformance.clause.Demands;
import org.telvirt.conformance.clause.Subject;
import org.telvirt.conformance.specimen.Specimen;
import org.telvirt.conformance.specimen.SystemState;
import org.telvirt.conformance.wbem.Findings;
import org.telvirt.conformance.wbem.Outcome;

/**
 * The transitions of DSP1057 as a table: which state a request leads to from which. Where the profile leaves room, either
 * a refusal or nothing happening is right, but whatever is answered must be what happens.
 */
final class StateGrid {
    private static final long NOT_SUPPORTED = 1;
    private static final long INVALID_PARAMETER = 5;
    private static final long INVALID_TRANSITION = 4097;
    private static final SystemState DEFINED = SystemState.DEFINED;
    private static final SystemState ACTIVE = SystemState.ACTIVE;
    private static final SystemState PAUSED = SystemState.PAUSED;
    private static final SystemState SUSPENDED = SystemState.SUSPENDED;

    private static final Map<Integer, Row> ROWS = Map.of(
            2, new Row("Enabled", ACTIVE, ACTIVE, ACTIVE, ACTIVE),
            3, new Row("Disabled", DEFINED, DEFINED, DEFINED, DEFINED),
            4, new Row("Shut Down", null, DEFINED, null, null),
            6, new Row("Offline", null, SUSPENDED, SUSPENDED, SUSPENDED),
            9, new Row("Quiesce", null, PAUSED, PAUSED, null),
            10, new Row("Reboot", null, ACTIVE, null, null),
            11, new Row("Reset", null, ACTIVE, PAUSED, null));
    /** Requests that lead somewhere from a paused system where the profile leaves room. */
    private static final Set<Integer> ROOM_WHEN_PAUSED = Set.of(4, 10, 11);

    private StateGrid() {}

    /** Where a request leads from each of the states; null: it is refused. */
    private record Row(
            String name,
            @Nullable SystemState defined,
            @Nullable SystemState active,
            @Nullable SystemState paused,
            @Nullable SystemState suspended) {
        @Nullable
        SystemState from(SystemState state) {
            return switch (state) {
                case DEFINED -> defined;
                case ACTIVE -> active;
                case PAUSED -> paused;
                case SUSPENDED -> suspended;
            };
        }
    }

    static void check(Subject subject, Findings findings) throws CimException {
        for (SystemState from : SystemState.values()) {
            for (int request : new TreeSet<>(ROWS.keySet())) {
                try (Specimen specimen = subject.laboratory().small()) {
                    specimen.bring(from);
                    transition(subject, specimen, from, request, findings);
                }
            }
            try (Specimen specimen = subject.laboratory().small()) {
                specimen.bring(from);
                foreign(specimen, from, findings);
            }
        }
    }

    private static void transition(Subject subject, Specimen specimen, SystemState from, int request, Findings findings)
            throws CimException {
        Row row = Objects.requireNonNull(ROWS.get(request));
        SystemState to = row.from(from);
        Set<Long> supported = supported(subject, specimen);
        Outcome outcome = specimen.request(request);
        String told = "RequestStateChange(" + request + " " + row.name() + ") from " + from + " gives " + outcome;
        boolean room = from == PAUSED && ROOM_WHEN_PAUSED.contains(request);
        if (!supported.contains((long) request)) {
            findings.unless(
                    outcome.refusedBy(NOT_SUPPORTED, INVALID_TRANSITION),
                    specimen.path(),
                    told + ", but it is not in RequestedStatesSupported");
        } else if (outcome.succeeded()) {
            findings.unless(to != null || room, specimen.path(), told + ", not 4097");
            SystemState expected = to == null ? from : to;
            boolean there = specimen.comesToBe(expected) || (room && specimen.comesToBe(ACTIVE));
            findings.unless(there, specimen.path(), told + ", and then EnabledState is " + specimen.enabledState());
        } else {
            findings.unless(
                    outcome.returnValue() == INVALID_TRANSITION && (to == null || to == from || room),
                    specimen.path(),
                    told + ", not "
                            + (to == null
                                    ? "4097"
                                    : "0 or 4096" + subject.laboratory().why(outcome)));
            findings.unless(
                    specimen.enabledState() == from.enabledState(),
                    specimen.path(),
                    told + ", and yet its state changed");
        }
    }

    /** Requests that are no state of a virtual system, or no state at all. */
    private static void foreign(Specimen specimen, SystemState from, Findings findings) throws CimException {
        for (int request : List.of(7, 8, 0, 5, 12, 99)) {
            Outcome outcome = specimen.request(request);
            findings.unless(
                    outcome.refusedBy(NOT_SUPPORTED, INVALID_PARAMETER),
                    specimen.path(),
                    "RequestStateChange(" + request + ") from " + from + " gives " + outcome + ", not 1 or 5");
            findings.unless(
                    specimen.enabledState() == from.enabledState(),
                    specimen.path(),
                    "RequestStateChange(" + request + ") changed its state");
        }
    }

    static void available(Subject subject, Findings findings) throws CimException {
        for (SystemState from : SystemState.values()) {
            try (Specimen specimen = subject.laboratory().small()) {
                specimen.bring(from);
                Set<Long> supported = supported(subject, specimen);
                for (long request : Demands.numbers(specimen.instance(), "AvailableRequestedStates")) {
                    Row row = ROWS.get((int) request);
                    boolean leads = row != null && row.from(from) != null;
                    findings.unless(
                            leads || (from == PAUSED && ROOM_WHEN_PAUSED.contains((int) request)),
                            specimen.path(),
                            "AvailableRequestedStates lists " + request + " in the state " + from);
                    findings.unless(
                            supported.contains(request),
                            specimen.path(),
                            "AvailableRequestedStates lists " + request + ", RequestedStatesSupported does not");
                }
            }
        }
    }

    private static Set<Long> supported(Subject subject, Specimen specimen) throws CimException {
        Set<Long> supported = new TreeSet<>();
        for (CimInstance capabilities : subject.server()
                .associators(specimen.path(), "CIM_ElementCapabilities", "CIM_EnabledLogicalElementCapabilities")) {
            supported.addAll(Demands.numbers(capabilities, "RequestedStatesSupported"));
        }
        if (supported.isEmpty()) {
            throw CimException.failed(specimen.path() + " has no CIM_EnabledLogicalElementCapabilities with "
                    + CimName.of("RequestedStatesSupported"));
        }
        return supported;
    }
}

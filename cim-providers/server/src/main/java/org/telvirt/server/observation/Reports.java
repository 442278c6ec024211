package org.telvirt.server.observation;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the figures of a running server: for a load balancer, for people, and for a time series database. */
public final class Reports {
    /** The media type of the metrics. */
    public static final String METRICS_TYPE = MetricsText.TYPE;

    private final Vitals vitals;
    private final OperationMeter operations;
    private final StoreMeter store;

    public Reports(Vitals vitals, OperationMeter operations, StoreMeter store) {
        this.vitals = vitals;
        this.operations = operations;
        this.store = store;
    }

    /** Whether the server can do its work. */
    public boolean isHealthy() {
        return vitals.hypervisorAnswers().getAsBoolean();
    }

    /** JSON with nothing in it that a stranger may not know. */
    public String health() {
        return JsonText.of(Map.of("status", isHealthy() ? "up" : "down")) + "\n";
    }

    /** JSON for {@code telvirt status}. */
    public String status() {
        Runtime runtime = Runtime.getRuntime();
        Load load = vitals.load().get();
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("status", isHealthy() ? "up" : "down");
        status.put("version", vitals.version());
        status.put("uptimeSeconds", vitals.uptimeSeconds().getAsLong());
        status.put("urls", vitals.urls().get());
        status.put("hypervisor", vitals.hypervisor());
        status.put("hypervisorAnswers", vitals.hypervisorAnswers().getAsBoolean());
        status.put("namespaces", vitals.namespaces().get());
        status.put("openEnumerations", vitals.openEnumerations().getAsInt());
        status.put("operations", operations.operations());
        status.put("failedOperations", operations.failures());
        status.put("connections", load.connections());
        status.put("requestsRunning", load.running());
        status.put("requestsWaiting", load.waiting());
        status.put("heapUsedBytes", runtime.totalMemory() - runtime.freeMemory());
        status.put("heapLimitBytes", runtime.maxMemory());
        return JsonText.of(status) + "\n";
    }

    /** OpenMetrics. */
    public String metrics() {
        MetricsText text = new MetricsText();
        text.family("telvirt_build", "info", "The version.").sample("_info", 1, "version", vitals.version());
        text.family("telvirt_uptime_seconds", "gauge", "Time since the start.")
                .sample("", vitals.uptimeSeconds().getAsLong());
        text.family("telvirt_hypervisor_up", "gauge", "1 if the hypervisor answers, else 0.")
                .sample("", vitals.hypervisorAnswers().getAsBoolean() ? 1 : 0);
        operations.write(text);
        text.family("telvirt_open_enumerations", "gauge", "Pulled enumerations that wait for their clients.")
                .sample("", vitals.openEnumerations().getAsInt());
        text.family("telvirt_facility_events", "counter", "What has happened to virtual systems.")
                .sample("_total", vitals.facilityEvents().getAsLong());
        text.family("telvirt_wrong_passwords", "counter", "Passwords that were wrong.")
                .sample("_total", vitals.wrongPasswords().getAsLong());
        text.family("telvirt_lockouts", "counter", "Requests not looked at after too many wrong passwords.")
                .sample("_total", vitals.lockouts().getAsLong());
        store.write(text);
        write(vitals.load().get(), text);
        heap(text);
        return text.end();
    }

    private static void write(Load load, MetricsText text) {
        text.family("telvirt_http_answers", "counter", "Answers of the HTTP server by status.");
        load.answers().forEach((status, count) -> text.sample("_total", count, "status", status.toString()));
        text.family("telvirt_http_connections", "gauge", "Connections that are open.")
                .sample("", load.connections());
        text.family("telvirt_http_crowded", "counter", "Connections closed, too many having come from one address.")
                .sample("_total", load.crowded());
        text.family("telvirt_http_requests", "gauge", "Requests that are worked on, or wait for their turn.")
                .sample("", load.running(), "state", "running")
                .sample("", load.waiting(), "state", "waiting");
        text.family("telvirt_http_threads", "gauge", "Threads of the HTTP server.")
                .sample("", load.threads() - load.idleThreads(), "state", "busy")
                .sample("", load.idleThreads(), "state", "idle");
    }

    private static void heap(MetricsText text) {
        Runtime runtime = Runtime.getRuntime();
        text.family("telvirt_heap_bytes", "gauge", "Memory for objects.")
                .sample("", runtime.totalMemory() - runtime.freeMemory(), "state", "used")
                .sample("", runtime.maxMemory(), "state", "limit");
    }
}

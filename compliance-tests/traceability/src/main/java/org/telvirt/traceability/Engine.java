package org.telvirt.traceability;

import java.util.Map;

/** What stood under the product while a test ran; the report shows it beside every result. */
public enum Engine {
    /** Nothing that runs machines: values, codecs, tables, the object manager by itself. */
    NONE("no engine", false),
    /** The simulated host in memory. */
    SIMULATED("simulated host", false),
    /** libvirt with its built-in {@code test:} driver: the real library, no guest. */
    LIBVIRT_TEST_DRIVER("libvirt test driver", false),
    /** A real guest in a QEMU process under libvirtd, emulated or by KVM; the detail says which. */
    QEMU_GUEST("real QEMU guest", true),
    /** A real domain of a Xen hypervisor. */
    XEN_GUEST("real Xen guest", true);

    /** The key of the JUnit report entry by which a running test names its engine. */
    public static final String ENTRY = "telvirt.ran-on";

    private final String label;
    private final boolean real;

    Engine(String label, boolean real) {
        this.label = label;
        this.real = real;
    }

    /** The words a reader of the report sees. */
    public String label() {
        return label;
    }

    /** Whether a machine really ran. */
    public boolean isReal() {
        return real;
    }

    /**
     * The report entry for a test that learns only while it runs what it runs on:
     * {@code reporter.publishEntry(Engine.QEMU_GUEST.entry("QEMU 7.2, TCG"))}. It overrides {@link RanOn}.
     *
     * @param detail versions and the like, as found at run time
     */
    public Map<String, String> entry(String detail) {
        return Map.of(ENTRY, name() + " " + detail);
    }
}

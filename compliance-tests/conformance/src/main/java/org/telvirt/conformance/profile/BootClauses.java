package org.telvirt.conformance.profile;

import static org.telvirt.conformance.clause.Subject.path;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.conformance.clause.Clause;
import org.telvirt.conformance.clause.Demands;
import org.telvirt.conformance.clause.Demands.Way;
import org.telvirt.conformance.clause.Elements;
import org.telvirt.conformance.clause.Profile;
import org.telvirt.conformance.clause.Subject;
import org.telvirt.conformance.specimen.Specimen;
import org.telvirt.conformance.wbem.Findings;
import org.telvirt.conformance.wbem.Outcome;
import org.telvirt.conformance.wbem.WbemServer;

/** DSP1012 Boot Control, for virtual systems. */
final class BootClauses {
    private static final Elements CONFIGURATIONS = Elements.every("CIM_BootConfigSetting");
    private static final Elements SOURCES = Elements.every("CIM_BootSourceSetting");
    private static final Elements SERVICES = Elements.every("CIM_BootService");
    private static final CimName SEQUENCE = CimName.of("AssignedSequence");

    private static final List<Clause> CLAUSES = List.of(
            Clause.of(
                    "DSP1012 CIM_BootConfigSetting",
                    "every virtual system has a boot configuration, with an identifier OrgID:LocalID",
                    Demands.all(
                            Demands.say(CONFIGURATIONS, "InstanceID", "ElementName"),
                            Demands.identified(CONFIGURATIONS),
                            Demands.toSome(
                                    Subject::virtualSystems,
                                    new Way(
                                            "CIM_ElementSettingData",
                                            "ManagedElement",
                                            "SettingData",
                                            "CIM_BootConfigSetting")))),
            Clause.of(
                    "DSP1012 CIM_BootSourceSetting",
                    "every source has an identifier OrgID:LocalID, and a string that says what it is",
                    Demands.all(
                            Demands.say(SOURCES, "InstanceID", "StructuredBootString"),
                            Demands.identified(SOURCES),
                            Demands.toSome(
                                    SOURCES,
                                    new Way(
                                            "CIM_OrderedComponent",
                                            "PartComponent",
                                            "GroupComponent",
                                            "CIM_BootConfigSetting")))),
            Clause.of(
                    "DSP1012 CIM_OrderedComponent",
                    "the sources of a configuration are in an order without ties; 0 is not started from",
                    BootClauses::order),
            Clause.of(
                    "DSP1012 CIM_BootService",
                    "the service is hosted by one system and leads to its capabilities",
                    Demands.all(
                            Demands.toOne(
                                    SERVICES, new Way("CIM_HostedService", "Dependent", "Antecedent", "CIM_System")),
                            Demands.toOne(
                                    SERVICES,
                                    new Way(
                                            "CIM_ElementCapabilities",
                                            "ManagedElement",
                                            "Capabilities",
                                            "CIM_BootServiceCapabilities")))),
            Clause.of(
                            "DSP1012 ChangeBootOrder",
                            "ChangeBootOrder puts the sources into the order that it is given",
                            BootClauses::change)
                    .proving("VMDEF2 boot"));

    private BootClauses() {}

    static Profile profile() {
        return new Profile("DSP1012", "Boot Control", false, CLAUSES);
    }

    /** The associations of a configuration to its sources. */
    private static List<CimInstance> links(Subject subject, CimInstancePath configuration) throws CimException {
        return new ArrayList<>(subject.server().references(configuration, "CIM_OrderedComponent", "GroupComponent"));
    }

    private static long sequence(CimInstance link) {
        Long value = link.number(SEQUENCE);
        return value == null ? 0 : value;
    }

    private static void order(Subject subject, Findings findings) throws CimException {
        for (CimInstance configuration : CONFIGURATIONS.of(subject)) {
            Set<Long> seen = new TreeSet<>();
            for (CimInstance link : links(subject, path(configuration))) {
                long sequence = sequence(link);
                findings.unless(link.value(SEQUENCE) != null, path(link), "AssignedSequence is NULL");
                findings.unless(
                        sequence == 0 || seen.add(sequence),
                        path(link),
                        "AssignedSequence " + sequence + " is that of another source, too");
            }
        }
    }

    private static List<CimInstancePath> inOrder(Subject subject, CimInstancePath configuration) throws CimException {
        List<CimInstance> links = links(subject, configuration);
        links.removeIf(link -> sequence(link) == 0);
        links.sort(Comparator.comparingLong(BootClauses::sequence));
        List<CimInstancePath> sources = new ArrayList<>();
        for (CimInstance link : links) {
            CimInstancePath source = Demands.reference(link, "PartComponent");
            if (source != null) {
                sources.add(WbemServer.whole(source, subject.implementation()));
            }
        }
        return sources;
    }

    private static void change(Subject subject, Findings findings) throws CimException {
        Way configurations =
                new Way("CIM_ElementSettingData", "ManagedElement", "SettingData", "CIM_BootConfigSetting");
        try (Specimen specimen = subject.rich()) {
            List<CimInstancePath> all = configurations.from(subject, specimen.instance());
            if (all.isEmpty()) {
                findings.add(specimen.path(), "has no CIM_BootConfigSetting");
                return;
            }
            CimInstancePath configuration = all.get(0);
            List<CimInstancePath> wanted = new ArrayList<>();
            for (CimInstance link : links(subject, configuration)) {
                CimInstancePath source = Demands.reference(link, "PartComponent");
                if (source != null) {
                    wanted.add(WbemServer.whole(source, subject.implementation()));
                }
            }
            findings.unless(wanted.size() > 1, configuration, "leads to " + wanted + ", not to a disk and a port");
            for (int time = 0; time < 2; time++) {
                Collections.reverse(wanted);
                Outcome outcome = subject.laboratory()
                        .settled(subject.server()
                                .invoke(
                                        configuration,
                                        "ChangeBootOrder",
                                        Outcome.argument("Source", CimValues.references(wanted))));
                List<CimInstancePath> now = inOrder(subject, configuration);
                findings.unless(
                        outcome.succeeded() && now.equals(wanted),
                        configuration,
                        "ChangeBootOrder to " + wanted + " gives " + outcome
                                + subject.laboratory().why(outcome) + " and the order " + now);
            }
        }
    }
}

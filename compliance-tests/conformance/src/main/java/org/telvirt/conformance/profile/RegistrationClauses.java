package org.telvirt.conformance.profile;

import static org.telvirt.conformance.clause.Subject.path;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.AssociationFilter;
import org.telvirt.conformance.clause.Clause;
import org.telvirt.conformance.clause.Demands;
import org.telvirt.conformance.clause.Demands.Way;
import org.telvirt.conformance.clause.Profile;
import org.telvirt.conformance.clause.Subject;
import org.telvirt.conformance.wbem.Findings;

/** DSP1033 Profile Registration. */
final class RegistrationClauses {
    private static final CimName NAME = CimName.of("RegisteredName");
    private static final CimName VERSION = CimName.of("RegisteredVersion");
    private static final String VERSION_FORM = "\\d+\\.\\d+\\.\\d+";
    private static final long DMTF = 2;
    private static final Way REFERENCES =
            new Way("CIM_ReferencedProfile", "Dependent", "Antecedent", "CIM_RegisteredProfile");

    private static final List<Clause> CLAUSES = List.of(
            Clause.of(
                    "DSP1033 CIM_RegisteredProfile",
                    "every registered profile has its mandatory properties",
                    Demands.say(
                            RegistrationClauses::all,
                            "InstanceID",
                            "RegisteredOrganization",
                            "RegisteredName",
                            "RegisteredVersion",
                            "AdvertiseTypes")),
            Clause.of(
                    "DSP1033 CIM_RegisteredProfile",
                    "identifiers are OrgID:LocalID",
                    Demands.identified(RegistrationClauses::all)),
            Clause.of(
                    "DSP1033 RegisteredName",
                    "profiles of the DMTF have the name of the document, without the word Profile, a version of three numbers, and are"
                            + " registered once",
                    RegistrationClauses::names),
            Clause.of(
                    "DSP1033 CIM_ReferencedProfile",
                    "System Virtualization refers to Virtual System as Antecedent, not the other way round",
                    RegistrationClauses::references),
            Clause.of(
                    "DSP1033 CIM_ReferencedProfile",
                    "every component profile is referred to by another one",
                    RegistrationClauses::components),
            Clause.of(
                    "DSP1033 CIM_ElementConformsToProfile",
                    "every profile leads to elements that conform to it, and they lead back",
                    RegistrationClauses::conformance));

    private RegistrationClauses() {}

    static Profile profile() {
        return new Profile("DSP1033", "Profile Registration", true, CLAUSES);
    }

    private static List<CimInstance> all(Subject subject) throws CimException {
        return subject.server().enumerate(subject.interop(), "CIM_RegisteredProfile");
    }

    private static void names(Subject subject, Findings findings) throws CimException {
        Set<String> seen = new HashSet<>();
        for (CimInstance profile : all(subject)) {
            String name = String.valueOf(profile.text(NAME));
            String version = String.valueOf(profile.text(VERSION));
            Long organization = profile.number(CimName.of("RegisteredOrganization"));
            findings.unless(seen.add(organization + name + version), path(profile), "is registered twice");
            if (organization != null && organization == DMTF) {
                findings.unless(
                        !name.endsWith(" Profile"),
                        path(profile),
                        "RegisteredName '" + name + "' ends with the word Profile");
                findings.unless(
                        version.matches(VERSION_FORM),
                        path(profile),
                        "RegisteredVersion '" + version + "' is not three numbers");
            }
        }
    }

    private static void references(Subject subject, Findings findings) throws CimException {
        for (CimInstance system : subject.registered("System Virtualization")) {
            List<String> names = REFERENCES.instances(subject, system).stream()
                    .map(profile -> String.valueOf(profile.text(NAME)))
                    .toList();
            findings.unless(
                    names.contains("Virtual System"), path(system), "refers to " + names + ", not to Virtual System");
        }
        for (CimInstance system : subject.registered("Virtual System")) {
            findings.unless(
                    REFERENCES.instances(subject, system).stream()
                            .noneMatch(profile -> "System Virtualization".equals(profile.text(NAME))),
                    path(system),
                    "refers to System Virtualization, which refers to it");
        }
    }

    private static void components(Subject subject, Findings findings) throws CimException {
        Way referredBy = new Way("CIM_ReferencedProfile", "Antecedent", "Dependent", "CIM_RegisteredProfile");
        for (Profile known : Profiles.all()) {
            if (!known.autonomous()) {
                for (CimInstance profile : subject.registered(known.registeredName())) {
                    findings.unless(
                            !referredBy.from(subject, profile).isEmpty(),
                            path(profile),
                            "is a component profile, and no profile refers to it");
                }
            }
        }
    }

    private static void conformance(Subject subject, Findings findings) throws CimException {
        subject.populate();
        AssociationFilter elements = new AssociationFilter(
                CimName.of("CIM_ElementConformsToProfile"),
                null,
                CimName.of("ConformantStandard"),
                CimName.of("ManagedElement"));
        AssociationFilter standards = new AssociationFilter(
                CimName.of("CIM_ElementConformsToProfile"),
                null,
                CimName.of("ManagedElement"),
                CimName.of("ConformantStandard"));
        for (String name : List.of("System Virtualization", "Virtual System")) {
            for (CimInstance profile : subject.registered(name)) {
                List<CimInstancePath> central = subject.server().associatorNames(path(profile), elements);
                findings.unless(!central.isEmpty(), path(profile), "no element conforms to it");
                for (CimInstancePath element : central) {
                    findings.unless(
                            subject.server().associatorNames(element, standards).contains(path(profile)),
                            element,
                            "does not lead back to " + path(profile));
                }
            }
        }
    }
}

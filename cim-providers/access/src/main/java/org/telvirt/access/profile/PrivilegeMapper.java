package org.telvirt.access.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telvirt.access.Activity;
import org.telvirt.access.Grant;
import org.telvirt.access.Privilege;
import org.telvirt.access.Scope;
import org.telvirt.access.ScopeText;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;

/** Privileges and {@code Telvirt_Privilege}: each grant is an activity and, at the same index, its scope. */
final class PrivilegeMapper {
    private static final String PREFIX = "Telvirt:Privilege:";
    private static final Pattern ID = Pattern.compile(PREFIX + "([^:]+):(.+)");

    private PrivilegeMapper() {}

    /** A privilege by name: that of its role, and its own. */
    record Name(String role, String privilege) {
        CimInstancePath path() {
            return CimInstancePath.of(
                    AccessNames.TELVIRT_PRIVILEGE, AccessNames.INSTANCE_ID, PREFIX + role + ":" + privilege);
        }
    }

    /** Empty: it is not the InstanceID of a privilege. */
    static Optional<Name> name(@Nullable String instanceId) {
        Matcher id = ID.matcher(instanceId == null ? "" : instanceId);
        return id.matches() ? Optional.of(new Name(id.group(1), id.group(2))) : Optional.empty();
    }

    static Optional<Name> name(CimInstancePath path) {
        return name(path.text(AccessNames.INSTANCE_ID));
    }

    static CimInstance toInstance(String role, Privilege privilege) {
        List<@Nullable CimValue> activities = new ArrayList<>();
        List<@Nullable CimValue> qualifiers = new ArrayList<>();
        List<@Nullable CimValue> formats = new ArrayList<>();
        for (Grant grant : privilege.grants()) {
            ScopeText scope = ScopeText.of(grant.scope());
            boolean everything = grant.scope() instanceof Scope.Everything;
            activities.add(CimValues.uint16(grant.activity().number()));
            qualifiers.add(everything ? null : CimValues.text(scope.text()));
            formats.add(everything ? null : CimValues.uint16(number(scope.format())));
        }
        CimInstancePath path = new Name(role, privilege.name()).path();
        return CimInstance.of(AccessNames.TELVIRT_PRIVILEGE)
                .withKeys(path)
                .with(AccessNames.ELEMENT_NAME, privilege.title())
                .with(AccessNames.PRIVILEGE_GRANTED, CimValues.bool(true))
                .with(AccessNames.ACTIVITIES, new CimValue.Array(CimType.UINT16, activities))
                .with(AccessNames.ACTIVITY_QUALIFIERS, new CimValue.Array(CimType.STRING, qualifiers))
                .with(AccessNames.QUALIFIER_FORMATS, new CimValue.Array(CimType.UINT16, formats))
                .with(AccessNames.REPRESENTS_AUTHORIZATION_RIGHTS, CimValues.bool(false))
                .at(path);
    }

    private static int number(ScopeText.Format format) {
        return switch (format) {
            case CLASS -> 2;
            case METHOD -> 4;
            case INSTANCE -> 5;
            case NAMESPACE -> 6;
            case EVERYTHING -> 0;
        };
    }

    private static Optional<ScopeText.Format> format(long number) {
        for (ScopeText.Format format : ScopeText.Format.values()) {
            if (number(format) == number && format != ScopeText.Format.EVERYTHING) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /**
     * A privilege as a client describes it.
     *
     * @throws CimException INVALID_PARAMETER: it denies, or an activity or a scope is none
     */
    static Privilege toPrivilege(String name, CimInstance instance) throws CimException {
        if (instance.value(AccessNames.PRIVILEGE_GRANTED) instanceof CimValue.Bool granted && !granted.value()) {
            throw CimException.invalidParameter(
                    "PrivilegeGranted must be true: what no role allows is denied, and nothing else can be");
        }
        List<@Nullable CimValue> activities = elements(instance, AccessNames.ACTIVITIES);
        List<@Nullable CimValue> qualifiers = elements(instance, AccessNames.ACTIVITY_QUALIFIERS);
        List<@Nullable CimValue> formats = elements(instance, AccessNames.QUALIFIER_FORMATS);
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < activities.size(); i++) {
            CimValue activity = activities.get(i);
            grants.add(new Grant(activity(activity), scope(at(qualifiers, i), at(formats, i))));
        }
        String title = instance.text(AccessNames.ELEMENT_NAME);
        return new Privilege(name, title == null ? name : title, grants);
    }

    private static List<@Nullable CimValue> elements(CimInstance instance, CimName name) {
        return instance.value(name) instanceof CimValue.Array array ? array.elements() : List.of();
    }

    private static @Nullable CimValue at(List<@Nullable CimValue> values, int index) {
        return index < values.size() ? values.get(index) : null;
    }

    private static Activity activity(@Nullable CimValue value) throws CimException {
        Optional<Activity> activity =
                value instanceof CimValue.Int number ? Activity.of(number.bits()) : Optional.empty();
        return activity.orElseThrow(() -> CimException.invalidParameter("Activity " + value
                + " cannot be granted; 2 create, 3 delete, 5 read, 6 write, 7 execute, 16000 and 16001 can"));
    }

    private static Scope scope(@Nullable CimValue qualifier, @Nullable CimValue format) throws CimException {
        String text = qualifier instanceof CimValue.Text given ? given.value() : "";
        if (text.isEmpty()) {
            return new Scope.Everything();
        }
        Optional<ScopeText.Format> known =
                format instanceof CimValue.Int number ? format(number.bits()) : Optional.empty();
        return known.flatMap(each -> new ScopeText(each, text).toScope())
                .orElseThrow(() -> CimException.invalidParameter("'" + text + "' is no scope of format " + format
                        + "; formats are 2 class, 4 class.method, 5 instance (namespace:class.key=\"value\"),"
                        + " 6 namespace"));
    }
}

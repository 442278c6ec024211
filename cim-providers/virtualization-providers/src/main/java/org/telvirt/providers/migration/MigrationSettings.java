package org.telvirt.providers.migration;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.DataRate;
import org.telvirt.hypervisor.definition.migration.MigrationRequest;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.Mode;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.Storage;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.TimeoutPolicy;
import org.telvirt.hypervisor.definition.migration.MigrationRequest.Transport;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.OrgId;
import org.telvirt.providers.settings.SettingsReader;

/** Migration settings as requests, and the defaults as settings. */
final class MigrationSettings {
    /** That can be named, one week, so that twice as long is no number that overflows. */
    private static final long MOST_SECONDS = Duration.ofDays(7).toSeconds();

    private static final long MOST_MILLIS = Duration.ofMinutes(10).toMillis();
    private static final int LIVE = 2;
    private static final int ABORT = 2;
    private static final int SHARED = 2;
    private static final int TCP = 5;

    private static final Map<Integer, Mode> MODES = Map.of(LIVE, Mode.LIVE, 3, Mode.PAUSED, 4, Mode.RESTART);
    private static final Map<Integer, TimeoutPolicy> POLICIES =
            Map.of(ABORT, TimeoutPolicy.ABORT, 3, TimeoutPolicy.PAUSE, 4, TimeoutPolicy.POST_COPY);
    private static final Map<Integer, Storage> STORAGES =
            Map.of(SHARED, Storage.SHARED, 3, Storage.SHARED_UNSEEN, 4, Storage.COPIED);
    private static final Map<Integer, Transport> TRANSPORTS =
            Map.of(2, Transport.TUNNELLED, 3, Transport.TLS, 4, Transport.TLS, TCP, Transport.TCP);

    private MigrationSettings() {}

    /**
     * What settings ask for; what they do not say is as in the defaults.
     *
     * @param usual the mode of a system that runs, or does not, if nothing is said
     * @throws CimException INVALID_PARAMETER: a value is none; something is said that cannot be had
     */
    static MigrationRequest request(SettingsReader settings, String destination, Mode usual) throws CimException {
        MigrationRequest request = MigrationRequest.live(destination)
                .withMode(choose(settings, MigrationNames.MIGRATION_TYPE, MODES, usual))
                .withStorage(choose(settings, MigrationNames.STORAGE_HANDLING, STORAGES, Storage.SHARED))
                .withTransport(transport(settings), settings.text(MigrationNames.DATA_ADDRESS))
                .withBandwidth(bandwidth(settings))
                .withPostCopy(settings.flag(MigrationNames.POST_COPY, false))
                .withAutoConverge(settings.flag(MigrationNames.AUTO_CONVERGE, false))
                .withDefinitions(
                        settings.flag(MigrationNames.PERSISTENT, true),
                        !settings.flag(MigrationNames.KEEP_DEFINITION, false));
        Long downtime = settings.amountOr(MigrationNames.MAXIMUM_DOWNTIME, null, MOST_MILLIS);
        Long time = settings.amountOr(MigrationNames.MAXIMUM_TIME, null, MOST_SECONDS);
        TimeoutPolicy policy = choose(settings, MigrationNames.TIMEOUT_ACTION, POLICIES, TimeoutPolicy.ABORT);
        settings.accept(MigrationNames.PRIORITY, CimValues.uint16(0)); // all of one urgency
        settings.finish();
        return request.withMaximumDowntime(downtime == null ? null : Duration.ofMillis(downtime))
                .withMaximumTime(time == null ? request.maximumTime() : Duration.ofSeconds(time), policy);
    }

    private static <T> T choose(SettingsReader settings, CimName name, Map<Integer, T> values, T usual)
            throws CimException {
        BigInteger number = settings.number(name);
        if (number == null || number.signum() == 0) {
            return usual;
        }
        T value = number.bitLength() < Integer.SIZE ? values.get(number.intValue()) : null;
        if (value == null) {
            throw settings.refuse(name + " " + number + " cannot be had here; give one of "
                    + values.keySet().stream().sorted().toList());
        }
        return value;
    }

    private static Transport transport(SettingsReader settings) throws CimException {
        return choose(settings, MigrationNames.TRANSPORT_TYPE, TRANSPORTS, Transport.TCP);
    }

    private static @Nullable DataRate bandwidth(SettingsReader settings) throws CimException {
        BigInteger amount = settings.number(MigrationNames.BANDWIDTH);
        String unit = settings.text(MigrationNames.BANDWIDTH_UNIT);
        return amount == null || amount.signum() == 0
                ? null
                : Bandwidth.of(settings, amount, Objects.requireNonNullElse(unit, Bandwidth.UNIT));
    }

    static CimInstancePath defaultsPath() {
        return CimInstancePath.of(
                MigrationNames.TELVIRT_SETTINGS,
                ElementNames.INSTANCE_ID,
                OrgId.prefix("VirtualSystemMigrationSettings/Default"));
    }

    /** What is so if nothing is said, of a system that runs. */
    static CimInstance defaults() {
        MigrationRequest request = MigrationRequest.live("");
        return CimInstance.of(MigrationNames.TELVIRT_SETTINGS)
                .withKeys(defaultsPath())
                .with(ElementNames.ELEMENT_NAME, "Default migration settings")
                .with(MigrationNames.MIGRATION_TYPE, CimValues.uint16(LIVE))
                .with(MigrationNames.PRIORITY, CimValues.uint16(0))
                .with(MigrationNames.BANDWIDTH, CimValues.uint16(0))
                .with(MigrationNames.BANDWIDTH_UNIT, Bandwidth.UNIT)
                .with(MigrationNames.TRANSPORT_TYPE, CimValues.uint16(TCP))
                .with(
                        MigrationNames.MAXIMUM_TIME,
                        CimValues.uint32(request.maximumTime().toSeconds()))
                .with(MigrationNames.TIMEOUT_ACTION, CimValues.uint16(ABORT))
                .with(MigrationNames.MAXIMUM_DOWNTIME, CimValues.uint32(0))
                .with(MigrationNames.POST_COPY, CimValues.bool(false))
                .with(MigrationNames.AUTO_CONVERGE, CimValues.bool(false))
                .with(MigrationNames.STORAGE_HANDLING, CimValues.uint16(SHARED))
                .with(MigrationNames.DATA_ADDRESS, "")
                .with(MigrationNames.KEEP_DEFINITION, CimValues.bool(false))
                .with(MigrationNames.PERSISTENT, CimValues.bool(true))
                .at(defaultsPath());
    }
}

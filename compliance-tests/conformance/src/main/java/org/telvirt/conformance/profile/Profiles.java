package org.telvirt.conformance.profile;

import java.util.List;
import java.util.stream.Stream;
import org.telvirt.conformance.clause.Profile;

/** All profiles whose demands are known here. */
public final class Profiles {
    private static final List<Profile> ALL = Stream.concat(
                    Stream.of(
                            FigureClauses.profile(),
                            RegistrationClauses.profile(),
                            SystemVirtualizationClauses.profile(),
                            VirtualSystemClauses.profile(),
                            ComputerSystemClauses.profile(),
                            PowerClauses.profile(),
                            BootClauses.profile(),
                            ConsoleClauses.profile(),
                            PoolClauses.profile(),
                            AllocationClauses.profile(),
                            SwitchClauses.profile(),
                            MigrationClauses.profile(),
                            JobClauses.profile()),
                    DeviceClauses.profiles().stream())
            .toList();

    private Profiles() {}

    /** In the order in which a client finds them; one without a registered name is demanded of every server. */
    public static List<Profile> all() {
        return ALL;
    }
}

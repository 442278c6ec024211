package org.telvirt.cimom.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimStatus;

/** What tests say about operations that fail. */
public final class Failures {
    private Failures() {}

    /** The call fails with this status and a message that has all these parts. */
    public static void assertFails(CimStatus status, ThrowingCallable call, String... parts) {
        assertThatThrownBy(call).isInstanceOfSatisfying(CimException.class, failure -> {
            assertThat(failure.status()).as(failure.getMessage()).isEqualTo(status);
            assertThat(List.of(parts))
                    .allSatisfy(part -> assertThat(failure.getMessage()).contains(part));
        });
    }
}

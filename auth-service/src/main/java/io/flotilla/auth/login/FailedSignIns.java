package io.flotilla.auth.login;

import io.flotilla.kit.audit.AuditEntries;
import io.flotilla.kit.audit.AuditTrail;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Records sign-ins that failed; what was typed as a name is kept nowhere, for it may be a password in the wrong field. */
@Singleton
final class FailedSignIns {
    private final AuditEntries entries;
    private final AuditTrail audit;
    private final MeterRegistry meters;

    FailedSignIns(AuditEntries entries, AuditTrail audit, MeterRegistry meters) {
        this.entries = entries;
        this.audit = audit;
        this.meters = meters;
    }

    enum Why {
        WRONG,
        LOCKED,
        DISABLED
    }

    void record(Why why, PasswordCheck.Offer offer, @Nullable String accountId) {
        var word = why.name().toLowerCase(Locale.ROOT);
        meters.counter("flotilla.signins", "method", offer.method(), "result", word)
                .increment();
        audit.record(entries.of("sign-in-failed")
                .about(accountId)
                .from(offer.address())
                .with("method", offer.method())
                .with("reason", word));
    }
}

package io.flotilla.kit.audit;

import io.flotilla.kit.id.IdSource;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;

/** Begins entries: {@code entries.of("signed-in").by(id, name).from(address).with("method", "password")}. */
@Singleton
public final class AuditEntries {
    private final IdSource ids;
    private final InstantSource clock;

    public AuditEntries(IdSource ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** An entry of that type with a new id, that happens now. */
    public AuditEntry of(String type) {
        return new AuditEntry(ids.uuid().toString(), clock.instant(), type, null, null, null, null, null, Map.of());
    }
}

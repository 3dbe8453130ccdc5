package io.flotilla.vmbroker.life;

/** Brings the record's tables up to date; throws while the store is away. Idempotent. */
public interface Schema {
    void migrate();
}

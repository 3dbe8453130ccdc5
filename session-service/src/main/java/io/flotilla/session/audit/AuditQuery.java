package io.flotilla.session.audit;

import org.jspecify.annotations.Nullable;

/**
 * Which entries.
 *
 * @param type of that type only; null for all
 * @param user done by or to that user only; null for all
 * @param before older than that one only; null for the newest
 * @param limit at least 1
 */
public record AuditQuery(
        @Nullable String type,
        @Nullable String user,
        @Nullable AuditCursor before,
        int limit) {}

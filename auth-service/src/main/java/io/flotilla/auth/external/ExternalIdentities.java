package io.flotilla.auth.external;

import java.time.Instant;
import java.util.Optional;

/**
 * Which account belongs to whom elsewhere, shared by all replicas. Safe for many threads; blocks. Throws
 * {@link io.flotilla.kit.problem.Unavailable} when the record is away.
 */
public interface ExternalIdentities {
    /** The id of the account. */
    Optional<String> userOf(String issuer, String subject);

    /** Links, unless it is linked already; the id of the account that is linked now. The account exists. */
    String link(String issuer, String subject, String userId, Instant now);
}

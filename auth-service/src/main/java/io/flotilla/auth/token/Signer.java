package io.flotilla.auth.token;

import java.time.Instant;

/** Signs tokens; the only one in the whole system. Safe for many threads. */
public interface Signer {
    /**
     * Signs, with the life configured for the kind.
     *
     * @throws io.flotilla.kit.problem.Unavailable when there is no key
     */
    SignedToken sign(Token token);

    /** The same, but ending at {@code latest} if that comes first: no token outlives what it stands for. */
    SignedToken sign(Token token, Instant latest);
}

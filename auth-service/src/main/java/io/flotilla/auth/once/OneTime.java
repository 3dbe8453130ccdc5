package io.flotilla.auth.once;

import io.flotilla.kit.secret.Secret;
import java.time.Duration;
import java.util.Optional;

/** Keeps texts under secrets, shared by all replicas; the secret itself is not kept. Safe for many threads; blocks. */
public interface OneTime {
    /**
     * Keeps {@code text} for {@code life}.
     *
     * @param kind what it is: the same secret of another kind finds nothing
     * @throws io.flotilla.kit.problem.Unavailable when it cannot be kept
     */
    void put(String kind, Secret secret, String text, Duration life);

    /**
     * Gives out what is kept and forgets it in the same step: of parallel takers one gets it.
     *
     * @throws io.flotilla.kit.problem.Unavailable when nobody can say
     */
    Optional<String> take(String kind, Secret secret);
}

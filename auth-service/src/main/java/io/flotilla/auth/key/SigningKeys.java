package io.flotilla.auth.key;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The record of signing keys, shared by all replicas. */
public interface SigningKeys {
    /**
     * Shows the plan all keys there are and stores the one it returns, if any; one caller at a time over all replicas, so the second sees
     * what the first has made. Returns all keys afterwards. The plan must be quick and may run again.
     *
     * @throws io.flotilla.kit.problem.Unavailable when the record is away or cannot be unsealed
     */
    List<SigningKey> update(Function<List<SigningKey>, Optional<SigningKey>> plan);
}

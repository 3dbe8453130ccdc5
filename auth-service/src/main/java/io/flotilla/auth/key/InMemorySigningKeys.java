package io.flotilla.auth.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The twin for tests. */
public final class InMemorySigningKeys implements SigningKeys {
    private final List<SigningKey> keys = new ArrayList<>();

    @Override
    public synchronized List<SigningKey> update(Function<List<SigningKey>, Optional<SigningKey>> plan) {
        plan.apply(List.copyOf(keys)).ifPresent(keys::add);
        return List.copyOf(keys);
    }
}

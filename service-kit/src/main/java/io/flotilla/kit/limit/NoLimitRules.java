package io.flotilla.kit.limit;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.util.Optional;

/** For a service without a table: nothing is counted. */
@Singleton
@DefaultBean
final class NoLimitRules implements LimitRules {
    @Override
    public Optional<LimitClass> of(String method, String path) {
        return Optional.empty();
    }
}

package io.flotilla.kit.id;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.UUID;

/** Ids from the system's secure random source, which must be opened at run time: hence no singleton. */
@ApplicationScoped
@DefaultBean
public class RandomIds implements IdSource {
    private final SecureRandom random = new SecureRandom();

    @Override
    public UUID uuid() {
        return UUID.randomUUID();
    }

    @Override
    public String readable() {
        var bytes = new byte[10];
        random.nextBytes(bytes);
        return Crockford.grouped(bytes);
    }
}

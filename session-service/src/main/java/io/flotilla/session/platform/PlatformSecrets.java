package io.flotilla.session.platform;

import io.flotilla.kit.secret.Secret;
import io.flotilla.kit.secret.SecretBox;
import io.flotilla.kit.secret.SecretFile;
import io.flotilla.session.config.SessionConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Seals the secrets of connections, each for one connection of one user. Without a key none can be stored, and everything else works. */
@ApplicationScoped
public class PlatformSecrets {
    private static final Logger LOG = Logger.getLogger(PlatformSecrets.class);

    private final @Nullable SecretBox box;

    public PlatformSecrets(SessionConfig config) {
        this.box = keys(config).map(SecretBox::new).orElse(null);
    }

    /** Empty when this installation has no key. */
    public Optional<String> seal(String userId, String connectionId, Secret open) {
        return Optional.ofNullable(box).map(keyed -> keyed.seal(place(userId, connectionId), open));
    }

    /** The connection's secret; empty also when it cannot be opened any more. */
    public Optional<Secret> open(String userId, PlatformConnection connection) {
        var sealed = connection.sealedSecret();
        if (sealed == null || box == null) {
            return Optional.empty();
        }
        var opened = box.open(place(userId, connection.id()), sealed);
        if (opened.isEmpty()) {
            LOG.warnf("the secret of platform connection %s opens with none of our keys", connection.id());
        }
        return opened;
    }

    /** Sealed anew for another user; without its secret when that cannot be opened. */
    PlatformConnection moved(PlatformConnection connection, String from, String to) {
        return connection.withSecret(open(from, connection)
                .flatMap(secret -> seal(to, connection.id(), secret))
                .orElse(null));
    }

    private static String place(String userId, String connectionId) {
        return "platform/" + userId + "/" + connectionId;
    }

    private static Optional<List<Secret>> keys(SessionConfig config) {
        var configured = config.session().secretKey().filter(keys -> !keys.isEmpty());
        if (configured.isPresent()) {
            return configured.map(keys -> keys.stream().map(Secret::of).toList());
        }
        try {
            return config.home()
                    .map(home -> SecretFile.at(home.resolve("session").resolve("secret-key")))
                    .map(List::of);
        } catch (UncheckedIOException e) {
            LOG.errorf("no key for platform secrets: %s", e.getMessage());
            return Optional.empty();
        }
    }
}

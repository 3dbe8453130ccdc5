package io.flotilla.launcher;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says about this machine's Flotilla.
 *
 * @param checkout where the services were built
 * @param home data, secrets, logs and pid files
 * @param environment passed on to the services as it is, so that every documented variable works here too
 */
record Settings(Path checkout, Path home, int port, Map<String, String> environment) {
    static final int DEFAULT_PORT = 8080;

    static Settings from(Map<String, String> environment, Path checkout) {
        var home = Optional.ofNullable(environment.get("FLOTILLA_HOME"))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElseGet(() -> checkout.resolve(".flotilla"));
        return new Settings(
                checkout.toAbsolutePath().normalize(),
                home.toAbsolutePath().normalize(),
                port(environment.get("FLOTILLA_PORT")),
                Map.copyOf(environment));
    }

    Optional<DatabaseUrl> database() {
        return value("DATABASE_URL").map(DatabaseUrl::parse);
    }

    Optional<String> redis() {
        return value("REDIS_URL");
    }

    Path logs() {
        return home.resolve("logs");
    }

    Path run() {
        return home.resolve("run");
    }

    Path secrets() {
        return home.resolve("secrets");
    }

    String url() {
        return "http://localhost:" + port;
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static int port(@org.jspecify.annotations.Nullable String text) {
        if (text == null || text.isBlank()) {
            return DEFAULT_PORT;
        }
        try {
            var port = Integer.parseInt(text.strip());
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new Trouble("FLOTILLA_PORT is '" + text + "': give a number from 1 to 65535.", e);
        }
        throw new Trouble("FLOTILLA_PORT is '" + text + "': give a number from 1 to 65535.");
    }
}

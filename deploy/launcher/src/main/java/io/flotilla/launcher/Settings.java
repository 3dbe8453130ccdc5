package io.flotilla.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the environment says about this machine's Flotilla.
 *
 * @param checkout where the services were built
 * @param home data, secrets, logs and pid files
 * @param ports the public ones, one a node
 * @param environment passed on to the services as it is, so that every documented variable works here too
 */
record Settings(Path checkout, Path home, List<Integer> ports, Map<String, String> environment) {
    private static final int DEFAULT_PORT = 8080;
    private static final int MOST_NODES = 4;

    Settings {
        ports = List.copyOf(ports);
        environment = Map.copyOf(environment);
    }

    static Settings from(Map<String, String> environment, Path checkout) {
        var home = Optional.ofNullable(environment.get("FLOTILLA_HOME"))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElseGet(() -> checkout.resolve(".flotilla"));
        return new Settings(
                checkout.toAbsolutePath().normalize(),
                home.toAbsolutePath().normalize(),
                ports(environment),
                environment);
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
        return url(ports.getFirst());
    }

    /** The public URL of each node. */
    List<String> urls() {
        return ports.stream().map(Settings::url).toList();
    }

    /** A variable of the environment that says something. */
    Optional<String> value(String name) {
        return value(environment, name);
    }

    private static String url(int port) {
        return "http://localhost:" + port;
    }

    private static List<Integer> ports(Map<String, String> environment) {
        var nodes = number(environment, "FLOTILLA_NODES", 1, MOST_NODES).orElse(1);
        var first = number(environment, "FLOTILLA_PORT", 1, 65_535).orElse(DEFAULT_PORT);
        return IntStream.rangeClosed(1, nodes)
                .mapToObj(node -> node == 1
                        ? first
                        : number(environment, "FLOTILLA_PORT_" + node, 1, 65_535)
                                .orElse(first + node - 1))
                .toList();
    }

    private static Optional<Integer> number(Map<String, String> environment, String name, int least, int most) {
        return value(environment, name).map(text -> {
            try {
                var number = Integer.parseInt(text.strip());
                if (number >= least && number <= most) {
                    return number;
                }
                throw odd(name, text, least, most);
            } catch (NumberFormatException e) {
                throw odd(name, text, least, most);
            }
        });
    }

    private static Trouble odd(String name, String text, int least, int most) {
        return new Trouble(name + " is '" + text + "': give a number from " + least + " to " + most + ".");
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}

package io.flotilla.launcher;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One process of one of the four services, as a child JVM. */
final class ServicePart implements Part {
    /** Four JVMs share a laptop: a small heap, the small collector, the quick compiler. */
    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Settings settings;
    private final String name;
    private final String service;
    private final Map<String, String> environment;
    private final URI readiness;
    private @Nullable Child child;

    ServicePart(Settings settings, String name, String service, Map<String, String> environment, URI readiness) {
        this.settings = settings;
        this.name = name;
        this.service = service;
        this.environment = Map.copyOf(environment);
        this.readiness = readiness;
    }

    @Override
    public String name() {
        return name;
    }

    /** Where it tells whether it may receive. */
    URI readiness() {
        return readiness;
    }

    /** What it gets besides our own environment. */
    Map<String, String> environment() {
        return environment;
    }

    @Override
    public ProcessHandle start() {
        var application = settings.checkout().resolve(service).resolve("target/quarkus-app");
        if (!Files.exists(application.resolve("quarkus-run.jar"))) {
            throw new Trouble(service + " is not built: run ./flotilla up, which builds it.");
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.add("-Xmx" + settings.environment().getOrDefault("FLOTILLA_SERVICE_HEAP", "128m"));
        settings.value("FLOTILLA_SERVICE_JVM")
                .ifPresent(more -> command.addAll(List.of(more.strip().split(" +"))));
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        var all = new HashMap<>(environment);
        all.put("FLOTILLA_EXIT_WITH_PARENT", "1");
        child = Child.start(settings, name, command, all, application);
        return child.handle();
    }

    @Override
    public void stop() {
        if (child != null) {
            child.stop(Duration.ofSeconds(20));
        }
    }
}

package io.flotilla.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Redis server from the build's dependencies, with a password and an append-only file. */
final class RedisPart implements Part {
    private static final String VERSION = "7.0.15";

    private final Settings settings;
    private final String password;
    private final int port;
    private @Nullable Child child;

    RedisPart(Settings settings, SecretFiles secrets, int port) {
        this.settings = settings;
        this.password = secrets.secret("redis");
        this.port = port;
    }

    @Override
    public String name() {
        return "redis";
    }

    String url() {
        return "redis://:" + password + "@127.0.0.1:" + port;
    }

    @Override
    public ProcessHandle start() {
        try {
            var directory = Files.createDirectories(settings.home().resolve("redis"));
            var config = directory.resolve("redis.conf");
            // A file rather than arguments: those are for everyone to read in the process table.
            SecretFiles.write(config, """
                    bind 127.0.0.1
                    port %d
                    requirepass %s
                    dir "%s"
                    appendonly yes
                    save ""
                    """.formatted(port, password, directory));
            var binary = unpack(settings.home().resolve("bin"));
            child = Child.start(settings, name(), List.of(binary.toString(), config.toString()), Map.of(), directory);
            return child.handle();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare Redis", e);
        }
    }

    @Override
    public void stop() {
        if (child != null) {
            child.stop(Duration.ofSeconds(5));
        }
    }

    private static Path unpack(Path directory) throws IOException {
        var name = "redis-server-" + VERSION + "-" + platform();
        var binary = directory.resolve(name);
        if (!Files.isExecutable(binary)) {
            Files.createDirectories(directory);
            try (var packed = RedisPart.class.getResourceAsStream("/" + name)) {
                if (packed == null) {
                    throw new Trouble("No Redis for " + platform() + " is included: set REDIS_URL to one of yours.");
                }
                var fresh = Files.createTempFile(directory, "redis", ".part");
                Files.copy(packed, fresh, StandardCopyOption.REPLACE_EXISTING);
                if (!fresh.toFile().setExecutable(true)) {
                    throw new IOException("cannot make " + fresh + " executable");
                }
                Files.move(fresh, binary, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return binary;
    }

    private static String platform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return system + "-" + (machine.equals("aarch64") || machine.equals("arm64") ? "arm64" : "amd64");
    }
}

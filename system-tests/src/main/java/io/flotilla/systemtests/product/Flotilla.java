package io.flotilla.systemtests.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The whole product on this machine, as {@code ./flotilla up} runs it, with data and a port of its own. Whatever it started is gone after
 * {@link #close()}; its logs stay under {@link #home()}.
 */
public final class Flotilla implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path checkout;
    private final Path home;
    private final int port;
    private final int secondPort;
    private final Map<String, String> settings;
    private @Nullable Process launcher;

    private Flotilla(Path checkout, Path home, int port, Map<String, String> settings) {
        this.checkout = checkout;
        this.home = home;
        this.port = port;
        this.secondPort = freePort();
        this.settings = Map.copyOf(settings);
    }

    /** Starts it and waits until it is ready. {@code settings} are environment variables; {@code home} is made when it is missing. */
    public static Flotilla start(Path home, Map<String, String> settings) {
        var flotilla = new Flotilla(Checkout.find(), home.toAbsolutePath(), freePort(), settings);
        try {
            flotilla.up();
        } catch (RuntimeException e) {
            flotilla.close();
            throw e;
        }
        return flotilla;
    }

    /** Starts it again where it ended, with the same data. Fails with all logs when it does not become ready. */
    public void up() {
        try {
            Files.createDirectories(home);
            var process = launch("up").start();
            launcher = process;
            var output = LauncherOutput.of(process);
            if (!output.awaitReady(PATIENCE)) {
                throw new IllegalStateException("Flotilla did not start:\n" + output.text() + logs());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the launcher", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Flotilla started", e);
        }
    }

    /** {@code flotilla down}, also after a crash. */
    public void down() {
        try {
            var process = launch("down").redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("flotilla down: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run flotilla down", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Flotilla ended", e);
        }
    }

    @Override
    public void close() {
        down();
        if (launcher != null) {
            launcher.destroyForcibly();
        }
    }

    /** SIGKILL, without a word of warning. Returns when the process is gone. */
    public void kill(Service service) {
        kill(service.label());
    }

    /** The same by the name of its pid file: second nodes have a number. */
    public void kill(String name) {
        var process = process(name).orElseThrow(() -> new IllegalStateException(name + " does not run"));
        process.destroyForcibly();
        process.onExit().join();
    }

    /** SIGTERM, as a cluster ends a pod. Returns at once; the launcher starts it again when it is gone. */
    public ProcessHandle end(String name) {
        var process = process(name).orElseThrow(() -> new IllegalStateException(name + " does not run"));
        process.destroy();
        return process;
    }

    /** SIGSTOP for the process and its children: it hangs, its sockets stay open. */
    public void freeze(Service service) {
        freeze(service.label());
    }

    public void freeze(String name) {
        signal("STOP", name);
    }

    /** SIGCONT. */
    public void thaw(Service service) {
        thaw(service.label());
    }

    public void thaw(String name) {
        signal("CONT", name);
    }

    /** The living process of the service, if there is one. */
    public Optional<ProcessHandle> process(Service service) {
        return process(service.label());
    }

    /** The same by the name of its pid file. */
    public Optional<ProcessHandle> process(String name) {
        try {
            var words = Files.readString(home.resolve("run").resolve(name + ".pid"))
                    .strip()
                    .split(" ", 2);
            return ProcessHandle.of(Long.parseLong(words[0])).filter(ProcessHandle::isAlive);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    /** The edge of the second node; there is one when it was started with {@code FLOTILLA_NODES=2}. */
    public URI secondUrl() {
        return URI.create("http://localhost:" + secondPort);
    }

    /** What the account {@code admin} signs in with. */
    public String adminPassword() {
        try {
            return Files.readString(home.resolve("secrets").resolve("admin-password"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException("no admin password", e);
        }
    }

    /** Data, logs, pid files, VM directories. */
    public Path home() {
        return home;
    }

    /** Each running VM, pooled ones included, has a directory of its own in here. */
    public Path vmDirectories() {
        return home.resolve("vms").resolve(Service.BROKER.label() + "-1");
    }

    /** Where a service listens inside. */
    public int port(Service service) {
        return port(service.label(), "QUARKUS_HTTP_PORT");
    }

    /** Where a gateway tells how it is. */
    public URI health(String gateway) {
        return URI.create("http://127.0.0.1:" + port(gateway, "QUARKUS_MANAGEMENT_PORT") + "/q/health/ready");
    }

    private int port(String name, String variable) {
        var environment = Processes.environment(process(name).orElseThrow().pid());
        return Integer.parseInt(Objects.requireNonNull(environment.get(variable), variable));
    }

    /** Redis forgets everything, and goes on. */
    public void flushRedis() {
        RedisConsole.of(home.resolve("redis/redis.conf")).flush();
    }

    /** The ends of all logs. */
    public String logs() {
        try (var files = Files.list(home.resolve("logs"))) {
            return files.sorted().map(Flotilla::tail).collect(Collectors.joining());
        } catch (IOException e) {
            return "no logs: " + e;
        }
    }

    private void signal(String signal, String name) {
        var pids = Processes.tree(process(name).orElseThrow());
        var command = new ArrayList<>(List.of("kill", "-" + signal));
        pids.forEach(pid -> command.add(Long.toString(pid)));
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot signal " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while signalling " + name, e);
        }
    }

    private ProcessBuilder launch(String command) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var target = checkout.resolve("deploy/launcher/target");
        var builder = new ProcessBuilder(new ArrayList<>(List.of(
                java,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                target.resolve("classes") + ":" + target.resolve("lib") + "/*",
                "io.flotilla.launcher.Launcher",
                command,
                checkout.toString())));
        builder.directory(checkout.toFile()).redirectErrorStream(true);
        var environment = builder.environment();
        environment.keySet().removeAll(List.of("DATABASE_URL", "REDIS_URL"));
        environment.putAll(settings);
        environment.put("FLOTILLA_HOME", home.toString());
        environment.put("FLOTILLA_PORT", Integer.toString(port));
        environment.put("FLOTILLA_PORT_2", Integer.toString(secondPort));
        return builder;
    }

    private static String tail(Path log) {
        try {
            var lines = Files.readAllLines(log).stream()
                    .filter(line -> !line.contains("SRHCK01001"))
                    .toList();
            return "--- " + log + "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()))
                    + "\n";
        } catch (IOException e) {
            return "--- " + log + ": " + e + "\n";
        }
    }

    /** Below the ports that the system hands out by itself, so that nobody takes it before the gateway does. */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(12_000, 20_000);
            try (var _ = new ServerSocket(port)) {
                return port;
            } catch (IOException taken) {
                // Another one, then.
            }
        }
    }
}

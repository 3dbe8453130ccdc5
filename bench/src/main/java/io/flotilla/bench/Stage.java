package io.flotilla.bench;

import io.flotilla.systemtests.api.Answer;
import io.flotilla.systemtests.api.ApiVisitor;
import io.flotilla.systemtests.pages.Pages;
import io.flotilla.systemtests.product.Flotilla;
import io.flotilla.systemtests.product.Processes;
import io.flotilla.systemtests.visitor.Chromium;
import io.flotilla.systemtests.visitor.Visitor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A running product, set up so that only what is measured limits it, with the pages and the visitors' browser. */
final class Stage implements AutoCloseable {
    static final String PASSWORD = "three small boats at sea";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final Pages pages = Pages.start();
    final Flotilla flotilla;
    final Chromium chromium;
    private final int pool;

    /** @param pool how many browsers wait blank */
    Stage(Path home, int pool, Chromium chromium) {
        this(home, pool, chromium, Map.of());
    }

    private Stage(Path home, int pool, Chromium chromium, Map<String, String> more) {
        this.pool = pool;
        this.chromium = chromium;
        var settings = new HashMap<>(Map.of(
                "FLOTILLA_EGRESS_ALLOW",
                pages.authority(),
                "FLOTILLA_BROKER_POOL_SIZE",
                Integer.toString(pool),
                // One person measures alone: the limits a person has would stop the fourth round.
                "FLOTILLA_SESSION_VM_SESSIONS_PER_USER",
                "1000",
                "FLOTILLA_SESSION_VM_SESSIONS_PER_ADDRESS",
                "1000"));
        for (var limit : List.of("SIGN_IN", "SIGN_IN_PER_ADDRESS", "WRITES", "CSRF", "INFO")) {
            settings.put("FLOTILLA_LIMITS_" + limit, "0");
        }
        settings.putAll(more);
        flotilla = started(home, settings);
    }

    /** Two processes of every service but the broker; no browsers wait. */
    static Stage ofTwoNodes(Path home, Chromium chromium) {
        return new Stage(home, 0, chromium, Map.of("FLOTILLA_NODES", "2"));
    }

    private Flotilla started(Path home, Map<String, String> settings) {
        try {
            return Flotilla.start(home, settings);
        } catch (RuntimeException e) {
            pages.close();
            throw e;
        }
    }

    Visitor visitor() {
        return chromium.visitor(flotilla.url());
    }

    ApiVisitor program() {
        return new ApiVisitor(flotilla.url()).arrive();
    }

    /** Somebody with a new account of that name, signed in. */
    ApiVisitor account(String name) {
        var person = program();
        expect(person.register(name, PASSWORD), 201);
        return person;
    }

    static void expect(Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException("not " + status + ": " + answer);
        }
    }

    /** The processes that answer calls, of all nodes, stores included. */
    List<Long> pids() {
        return Processes.naming(flotilla.home());
    }

    ApiVisitor programOf(Visitor visitor) {
        var program = new ApiVisitor(flotilla.url(), visitor.userAgent());
        visitor.cookies().forEach(cookie -> program.remember(cookie.name, cookie.value));
        return program.arrive();
    }

    Path directoryOf(String vmId) {
        return flotilla.vmDirectories().resolve(vmId);
    }

    /** Waits until only the pool is left and nothing of it works any more. */
    void settle() {
        await("only the pool is left", () -> vms().size() == pool);
        await(
                "the pool is calm",
                () -> Usage.during(Duration.ofMillis(400), Processes.naming(flotilla.vmDirectories()))
                                .percent()
                        < 6);
    }

    /** The directories of all VMs, pooled ones included. */
    List<String> vms() {
        var names = flotilla.vmDirectories().toFile().list();
        return names == null ? List.of() : List.of(names);
    }

    static void await(String what, BooleanSupplier condition) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("waited too long: " + what);
            }
            Usage.pause(Duration.ofMillis(100));
        }
    }

    @Override
    public void close() {
        flotilla.close();
        pages.close();
    }
}

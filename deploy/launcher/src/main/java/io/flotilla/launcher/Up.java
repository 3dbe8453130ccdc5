package io.flotilla.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** {@code flotilla up}: from nothing to a URL, then on guard until it is told to stop. */
final class Up {
    /** For the services of one node. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Settings settings;
    private final PrintStream out;
    private final Supervisor supervisor;
    private final CountDownLatch told = new CountDownLatch(1);

    Up(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
        this.supervisor = new Supervisor(out);
    }

    /** Returns when the fleet was told to stop and is gone. */
    void run() throws InterruptedException {
        var self = PidFile.of(settings, "launcher");
        if (self.process().isPresent()) {
            throw new Trouble("Flotilla runs already at " + settings.url() + ": ./flotilla down ends it.");
        }
        Down.endLeftovers(settings);
        refuseTakenPorts();
        self.write(ProcessHandle.current());
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            told.countDown();
            awaitUninterruptibly(stopped);
        }));
        try {
            start();
            if (told.getCount() > 0) {
                out.println();
                out.println(AdminAccount.hint(settings));
                out.println("Flotilla is ready: " + String.join(" and ", settings.urls()));
                out.flush();
            }
            told.await();
            out.println("Stopping Flotilla …");
        } finally {
            supervisor.stopAll();
            self.delete();
            stopped.countDown();
        }
    }

    private void refuseTakenPorts() {
        var ports = settings.ports();
        for (int i = 0; i < ports.size(); i++) {
            var port = ports.get(i);
            if (FreePorts.isTaken(port) || ports.indexOf(port) < i) {
                var setting = i == 0 ? "FLOTILLA_PORT" : "FLOTILLA_PORT_" + (i + 1);
                throw new Trouble("Port " + port + " is taken: set " + setting + " to a free one.");
            }
        }
    }

    private void start() throws InterruptedException {
        var secrets = new SecretFiles(settings.secrets());
        var stores = startStores(secrets);
        var services = new Fleet(settings, secrets, stores).services();
        say("Starting the services");
        supervisor.start(services);
        awaitReady(services);
    }

    private Stores startStores(SecretFiles secrets) {
        var ports = FreePorts.take(2);
        var database = settings.database().orElseGet(() -> {
            say("Starting PostgreSQL");
            var postgres = new PostgresPart(settings, secrets, ports.get(0));
            supervisor.start(List.of(postgres));
            return postgres.url();
        });
        var redis = settings.redis().orElseGet(() -> {
            say("Starting Redis");
            var part = new RedisPart(settings, secrets, ports.get(1));
            supervisor.start(List.of(part));
            return part.url();
        });
        return new Stores(database, redis);
    }

    private void awaitReady(List<ServicePart> services) throws InterruptedException {
        var readiness = new Readiness();
        var waiting = new ArrayList<>(services);
        var deadline = System.nanoTime()
                + PATIENCE.multipliedBy(settings.ports().size()).toNanos();
        while (!waiting.isEmpty() && told.getCount() > 0) {
            for (var service : List.copyOf(waiting)) {
                if (readiness.ask(service.readiness()).ready()) {
                    waiting.remove(service);
                    out.println("  " + service.name() + " is ready");
                }
            }
            if (System.nanoTime() > deadline) {
                throw notReady(waiting, readiness);
            }
            told.await(100, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
    }

    private Trouble notReady(List<ServicePart> waiting, Readiness readiness) throws InterruptedException {
        var first = waiting.getFirst();
        return new Trouble(first.name() + " did not become ready: look into "
                + settings.logs().resolve(first.name() + ".log") + " ("
                + readiness.ask(first.readiness()).detail() + ").");
    }

    private void say(String what) {
        out.println("  " + what + " …");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

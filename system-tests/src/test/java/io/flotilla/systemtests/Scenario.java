package io.flotilla.systemtests;

import static org.awaitility.Awaitility.await;

import io.flotilla.systemtests.api.ApiVisitor;
import io.flotilla.systemtests.pages.Pages;
import io.flotilla.systemtests.product.Flotilla;
import io.flotilla.systemtests.product.Processes;
import io.flotilla.systemtests.visitor.Visitor;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One evening with the product: visitors come, and when the test is over all they opened is ended. */
abstract class Scenario {
    private static final AtomicLong NAMES = new AtomicLong();

    private final List<Visitor> visitors = new ArrayList<>();

    /** Lets each test in; when one fails, shows what its visitors saw and what the product says. */
    @RegisterExtension
    final Entrance entrance = new Entrance(visitors);

    private final List<ApiVisitor> programs = new ArrayList<>();

    Flotilla flotilla() {
        return entrance.world().flotilla;
    }

    Pages pages() {
        return entrance.world().pages;
    }

    Visitor visitor() {
        return known(entrance.world().chromium.visitor(flotilla().url()));
    }

    Visitor visitorWithPhone() {
        return known(entrance.world().chromium.visitorWithPhone(flotilla().url()));
    }

    ApiVisitor program() {
        var program = new ApiVisitor(flotilla().url());
        programs.add(program);
        return program.arrive();
    }

    /** The same person as the visitor, without her browser. */
    ApiVisitor programOf(Visitor visitor) {
        var program = new ApiVisitor(flotilla().url(), visitor.userAgent());
        visitor.cookies().forEach(cookie -> program.remember(cookie.name, cookie.value));
        programs.add(program);
        return program.arrive();
    }

    /** Something that no other name in this run ends with. */
    static String unique() {
        return Long.toString(NAMES.incrementAndGet(), 36)
                + Long.toString(ProcessHandle.current().pid(), 36);
    }

    /** Patience for what a person would wait for. */
    static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
    }

    /** Patience for what must come back after a fault. */
    static ConditionFactory veryPatiently() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200));
    }

    static HttpClient sockets() {
        return HttpClient.newHttpClient();
    }

    /** Waits until a fresh visitor could open a browser again. */
    void untilWell() {
        veryPatiently().ignoreExceptions().until(() -> {
            var somebody = new ApiVisitor(flotilla().url()).arrive();
            var created = somebody.create();
            return created.status() == 200 && somebody.end(created.text("id")).status() == 200;
        });
    }

    /** The directories of running VMs, pooled ones included. */
    List<String> vmDirectories() {
        var names = flotilla().vmDirectories().toFile().list();
        return names == null ? List.of() : List.of(names);
    }

    /** The directory and processes of a VM, as far as there are any left. */
    boolean nothingIsLeftOf(String vmId) {
        return vmDirectories().stream().noneMatch(name -> name.contains(vmId))
                && Processes.naming(flotilla().vmDirectories().resolve(vmId)).isEmpty();
    }

    @AfterEach
    void everybodyGoesHome() {
        for (var visitor : visitors) {
            if (!visitor.cookies().isEmpty()) {
                programOf(visitor);
            }
            visitor.close();
        }
        programs.forEach(Scenario::endAll);
    }

    private static void endAll(ApiVisitor program) {
        var listed = program.get("/api/vm");
        if (listed.status() != 200) {
            return;
        }
        Optional.ofNullable(listed.json().getAsJsonArray("sessions")).stream()
                .flatMap(sessions -> sessions.asList().stream())
                .map(session -> session.getAsJsonObject().get("id").getAsString())
                .forEach(id -> {
                    program.end(id);
                    program.leave(id);
                });
    }

    private Visitor known(Visitor visitor) {
        visitors.add(visitor);
        return visitor;
    }

    /** Starts the world before the first test, and takes pictures of failures. */
    static final class Entrance implements BeforeEachCallback, AfterTestExecutionCallback {
        private final List<Visitor> visitors;
        private World world;

        Entrance(List<Visitor> visitors) {
            this.visitors = visitors;
        }

        World world() {
            return world;
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            world = World.of(context);
        }

        @Override
        public void afterTestExecution(ExtensionContext context) {
            if (context.getExecutionException().isPresent()) {
                var name = context.getRequiredTestClass().getSimpleName() + "-"
                        + context.getRequiredTestMethod().getName();
                for (int i = 0; i < visitors.size(); i++) {
                    visitors.get(i).photograph(Path.of("target", "failed", name + "-" + (i + 1) + ".png"));
                }
                System.err.println(name + " failed; the product says:\n" + world.flotilla.logs());
            }
        }
    }
}

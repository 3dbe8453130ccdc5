package io.flotilla.systemtests;

import io.flotilla.systemtests.pages.Pages;
import io.flotilla.systemtests.product.Flotilla;
import io.flotilla.systemtests.visitor.Chromium;
import java.nio.file.Path;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Everything a scenario needs, started once for the whole run and ended after it. */
final class World implements AutoCloseable {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(World.class);

    final Pages pages;
    final Flotilla flotilla;
    final Chromium chromium;

    private World() {
        // Playwright belongs to one thread: waiting must ask in it.
        Awaitility.pollInSameThread();
        pages = Pages.start();
        flotilla = Flotilla.start(
                Path.of("target", "flotilla-" + ProcessHandle.current().pid()),
                Map.of(
                        "FLOTILLA_EGRESS_ALLOW",
                        pages.authority(),
                        // All scenarios come from one address.
                        "FLOTILLA_LIMITS_CSRF",
                        "10000",
                        "FLOTILLA_LIMITS_SIGN_IN_PER_ADDRESS",
                        "10000"));
        chromium = Chromium.start();
    }

    static World of(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(World.class, key -> new World(), World.class);
    }

    @Override
    public void close() {
        chromium.close();
        flotilla.close();
        pages.close();
    }
}

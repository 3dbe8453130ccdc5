package io.flotilla.vmbroker.chromium;

import io.flotilla.kit.secret.Secret;
import io.flotilla.vmbroker.agent.AgentEndpoint;
import io.flotilla.vmbroker.browser.BrowserSlot;
import io.flotilla.vmbroker.browser.Size;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** A driver with all it needs, and nothing else of the service. */
final class TestDriver implements AutoCloseable {
    final Path root;
    final ChromiumDriver driver;
    private final Vertx vertx = Vertx.vertx();
    private final AgentEndpoint agents = new AgentEndpoint(vertx);
    private final OpenGuard guard;

    TestDriver(ChromiumConfig.ScreenKind screen, Path root) throws IOException {
        this.root = root;
        this.guard = new OpenGuard(agents.port());
        this.driver = new ChromiumDriver(
                new ChromiumConfig() {
                    @Override
                    public Optional<String> chromium() {
                        return Optional.empty();
                    }

                    @Override
                    public ScreenKind screen() {
                        return screen;
                    }
                },
                root,
                agents,
                InstantSource.system());
    }

    ChromiumBrowser start(String id) throws IOException {
        var own = Files.createDirectories(root.resolve(id));
        return (ChromiumBrowser)
                driver.start(new BrowserSlot(id, own, guard.address(), Secret.random(), new Size(1920, 1080)));
    }

    @Override
    public void close() throws IOException {
        guard.close();
        agents.close();
        vertx.close();
        driver.close();
    }
}

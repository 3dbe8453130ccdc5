package io.flotilla.vmbroker.pool;

import io.flotilla.kit.secret.Secret;
import io.flotilla.vmbroker.browser.BrowserDriver;
import io.flotilla.vmbroker.browser.BrowserFailed;
import io.flotilla.vmbroker.browser.BrowserSlot;
import io.flotilla.vmbroker.browser.Size;
import io.flotilla.vmbroker.config.BrokerConfig;
import io.flotilla.vmbroker.egress.EgressGuards;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts one browser behind its own guard, in its own directory. Remembers how the last start went, for readiness. Thread-safe. */
@ApplicationScoped
public class BrowserStarter {
    private static final Logger LOG = Logger.getLogger(BrowserStarter.class);

    private final BrowserDriver driver;
    private final EgressGuards guards;
    private final Path directory;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private volatile @Nullable String lastFailure;
    private volatile boolean everStarted;

    @Inject
    public BrowserStarter(
            BrowserDriver driver, EgressGuards guards, BrokerConfig config, InstantSource clock, MeterRegistry meters) {
        this.driver = driver;
        this.guards = guards;
        this.directory = config.vmDirectory();
        this.clock = clock;
        this.meters = meters;
    }

    /** Blocks until it can be claimed. Throws {@link BrowserFailed} with nothing left behind. */
    public StartedBrowser start(String id, Size cap) {
        var guard = guards.open(id);
        try {
            var own = Files.createDirectories(directory.resolve(id));
            var browser = driver.start(new BrowserSlot(id, own, guard.address(), Secret.random(), cap));
            lastFailure = null;
            everStarted = true;
            return new StartedBrowser(
                    browser, browser.exited().toCompletableFuture(), guard, cap, clock.instant(), false);
        } catch (IOException e) {
            throw failed(new BrowserFailed("The directory " + directory + " cannot be written", e), guard);
        } catch (BrowserFailed e) {
            throw failed(e, guard);
        } catch (RuntimeException e) {
            throw failed(new BrowserFailed("The browser could not be started", e), guard);
        }
    }

    /** Why the last start failed; null after one that succeeded, or before any. */
    public @Nullable String lastFailure() {
        return lastFailure;
    }

    /** Whether a browser ever came up in this process. */
    public boolean everStarted() {
        return everStarted;
    }

    private BrowserFailed failed(BrowserFailed cause, AutoCloseable guard) {
        try (guard) {
            lastFailure = cause.getMessage();
            meters.counter("flotilla.vm.start.failures").increment();
            LOG.warnf(cause, "a browser could not be started: %s", cause.getMessage());
        } catch (Exception e) {
            LOG.debug("closing a guard failed", e);
        }
        return cause;
    }
}

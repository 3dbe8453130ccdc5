package io.flotilla.vmbroker.pool;

import io.flotilla.vmbroker.browser.Browser;
import io.flotilla.vmbroker.browser.Size;
import io.flotilla.vmbroker.egress.EgressGuard;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * A browser that runs behind its own guard; blank until claimed.
 *
 * @param exit completes when it is gone for whatever reason
 * @param cap the largest picture it can be resized to, side by side
 * @param warm whether it waited in the pool
 */
public record StartedBrowser(
        Browser browser,
        CompletableFuture<Browser.Exit> exit,
        EgressGuard guard,
        Size cap,
        Instant startedAt,
        boolean warm)
        implements AutoCloseable {
    public String id() {
        return browser.id();
    }

    public boolean isGone() {
        return exit.isDone();
    }

    /** Nothing is left of it afterwards. Idempotent; blocks. */
    @Override
    public void close() {
        try {
            browser.close();
        } finally {
            guard.close();
        }
    }

    StartedBrowser asWarm() {
        return new StartedBrowser(browser, exit, guard, cap, startedAt, true);
    }

    boolean fits(Size wish) {
        return wish.width() <= cap.width() && wish.height() <= cap.height();
    }
}

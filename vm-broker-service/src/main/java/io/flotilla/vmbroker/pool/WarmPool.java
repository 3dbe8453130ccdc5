package io.flotilla.vmbroker.pool;

import io.flotilla.kit.id.IdSource;
import io.flotilla.vmbroker.browser.BrowserFailed;
import io.flotilla.vmbroker.browser.Size;
import io.flotilla.vmbroker.config.BrokerConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Blank browsers that wait for a claim. {@link #take} never blocks on a browser; {@link #upkeep} does, and is called by one thread at a
 * time. The lock guards the queue and the counters, and is never held while a browser starts or closes.
 */
@ApplicationScoped
public class WarmPool {
    /** What pooled browsers can be resized to; a wish beyond it is started cold. */
    public static final Size CAP = new Size(1920, 1080);

    private final BrowserStarter starter;
    private final Seats seats;
    private final IdSource ids;
    private final InstantSource clock;
    private final PoolPlan.Wish wish;
    private final Object lock = new Object();
    private final Deque<StartedBrowser> ready = new ArrayDeque<>();
    private int claimsStarting;
    private int failures;
    private @Nullable Instant lastFailure;
    private @Nullable Instant lastClaim;
    private boolean closed;

    public WarmPool(BrowserStarter starter, Seats seats, IdSource ids, InstantSource clock, BrokerConfig config) {
        this.starter = starter;
        this.seats = seats;
        this.ids = ids;
        this.clock = clock;
        var pool = config.broker().pool();
        this.wish = new PoolPlan.Wish(
                pool.size(), pool.maxAge(), pool.restAfterClaim(), pool.firstPause(), pool.longestPause());
    }

    /** A blank browser that can show so large a picture, if one waits; it is the caller's from now on. */
    public Optional<StartedBrowser> take(Size largest) {
        synchronized (lock) {
            lastClaim = clock.instant();
            var found = ready.stream()
                    .filter(browser -> !browser.isGone() && browser.fits(largest))
                    .findFirst();
            found.ifPresent(ready::remove);
            return found;
        }
    }

    /** A browser that was taken and not claimed after all. */
    public void putBack(StartedBrowser browser) {
        synchronized (lock) {
            if (!closed) {
                ready.addFirst(browser);
                return;
            }
        }
        browser.close();
    }

    /** Starts one outside the pool, for a claim that found none; the pool rests meanwhile. Blocks. Throws {@link BrowserFailed}. */
    public StartedBrowser startCold(String id, Size largest) {
        var cap = new Size(Math.max(largest.width(), CAP.width()), Math.max(largest.height(), CAP.height()));
        synchronized (lock) {
            claimsStarting++;
        }
        try {
            return starter.start(id, cap);
        } finally {
            synchronized (lock) {
                claimsStarting--;
            }
        }
    }

    /** Does what is due: buries the dead, replaces the old, starts what is missing. Blocks while a browser starts. */
    public void upkeep() {
        buryTheDead();
        var step = next();
        while (step != PoolPlan.Step.REST) {
            if (step == PoolPlan.Step.START) {
                startOne();
            } else {
                closeOldest();
            }
            step = next();
        }
    }

    public int ready() {
        synchronized (lock) {
            return ready.size();
        }
    }

    /** Ends all that wait; none is started afterwards. */
    public void close() {
        List<StartedBrowser> left;
        synchronized (lock) {
            closed = true;
            left = List.copyOf(ready);
            ready.clear();
        }
        left.forEach(StartedBrowser::close);
    }

    private PoolPlan.Step next() {
        synchronized (lock) {
            var oldest = ready.peekFirst();
            var situation = new PoolPlan.Situation(
                    ready.size(),
                    seats.taken(),
                    seats.capacity(),
                    claimsStarting,
                    oldest == null ? null : oldest.startedAt(),
                    lastClaim,
                    failures,
                    lastFailure);
            return closed ? PoolPlan.Step.REST : PoolPlan.next(wish, situation, clock.instant());
        }
    }

    private void startOne() {
        try {
            var browser = starter.start(ids.uuid().toString(), CAP).asWarm();
            synchronized (lock) {
                failures = 0;
                lastFailure = null;
                if (!closed) {
                    ready.addLast(browser);
                    return;
                }
            }
            browser.close();
        } catch (BrowserFailed _) {
            synchronized (lock) {
                failures++;
                lastFailure = clock.instant();
            }
        }
    }

    private void closeOldest() {
        StartedBrowser oldest;
        synchronized (lock) {
            oldest = ready.pollFirst();
        }
        if (oldest != null) {
            oldest.close();
        }
    }

    private void buryTheDead() {
        var dead = new ArrayList<StartedBrowser>();
        synchronized (lock) {
            ready.removeIf(browser -> browser.isGone() && dead.add(browser));
            if (!dead.isEmpty()) {
                failures = Math.max(1, failures);
                lastFailure = clock.instant();
            }
        }
        dead.forEach(StartedBrowser::close);
    }
}

package io.flotilla.vmbroker.browser;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A driver without processes: keeps the promises of {@link BrowserDriver} for tests of whoever uses one. Deliberately no CDI bean, so
 * that no running service can pick it up.
 */
public final class InMemoryBrowserDriver implements BrowserDriver {
    private final Map<String, InMemoryBrowser> running = new ConcurrentHashMap<>();
    private final List<InMemoryBrowser> started = new CopyOnWriteArrayList<>();
    private final Set<String> leftOver = ConcurrentHashMap.newKeySet();
    private volatile @Nullable String failure;

    @Override
    public Browser start(BrowserSlot slot) {
        var reason = failure;
        if (reason != null) {
            throw new BrowserFailed(reason);
        }
        var browser = new InMemoryBrowser(slot, () -> running.remove(slot.id()));
        running.put(slot.id(), browser);
        started.add(browser);
        return browser;
    }

    @Override
    public Set<String> reap() {
        var found = Set.copyOf(leftOver);
        leftOver.clear();
        return found;
    }

    /** From now on {@link #start} fails with these words; null lets it succeed again. */
    public void failWith(@Nullable String message) {
        failure = message;
    }

    /** The next {@link #reap} finds this VM. */
    public void leaveBehind(String id) {
        leftOver.add(id);
    }

    /** Browsers that are not gone yet, by id. */
    public Map<String, InMemoryBrowser> running() {
        return Map.copyOf(running);
    }

    /** All that were ever started, oldest first. */
    public List<InMemoryBrowser> started() {
        return List.copyOf(started);
    }
}

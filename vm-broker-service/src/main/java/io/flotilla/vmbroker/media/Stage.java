package io.flotilla.vmbroker.media;

import io.flotilla.vmbroker.browser.Audience;
import io.flotilla.vmbroker.browser.Browser;
import io.flotilla.vmbroker.browser.BrowserEvent;
import io.flotilla.vmbroker.browser.BrowserSink;
import io.flotilla.vmbroker.browser.Size;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One VM before its gateway nodes. Thread-safe: the lock guards the links and the memory and is held while messages are handed to
 * sockets, which keeps their order and never blocks; the browser is never called under it, so that a browser may call back in.
 */
public final class Stage implements BrowserSink {
    private static final int SLOW = 4001;
    private static final int TOO_MANY = 4507;
    private static final int ENDED = 4504;

    private final Browser browser;
    private final StageSettings settings;
    private final Object lock = new Object();
    private final Object audienceTurn = new Object();
    private final Set<GatewayLink> links = new LinkedHashSet<>();
    private final StageMemory memory = new StageMemory();
    private final KeyFrameGate keyFrames = new KeyFrameGate();
    private volatile Size size;
    private @Nullable String ended;
    private @Nullable Instant unwatchedSince;

    public Stage(Browser browser, Size size, StageSettings settings) {
        this.browser = browser;
        this.settings = settings;
        this.size = size;
        this.unwatchedSince = settings.clock().instant();
        memory.keep("size", VmMessages.size(size));
    }

    /** A gateway node came; empty when it was closed at once, because the VM is over or has too many nodes. */
    public Optional<GatewayLink> join(GatewaySocket socket) {
        var now = settings.clock().instant();
        var link = new GatewayLink(socket, new LinkFlow(settings.limits(), now));
        synchronized (lock) {
            if (ended != null) {
                socket.text(VmMessages.ended(ended));
                socket.close(ENDED, ended);
                return Optional.empty();
            }
            if (links.size() >= settings.nodes()) {
                socket.close(TOO_MANY, "too-many");
                return Optional.empty();
            }
            links.add(link);
            memory.messages().forEach(socket::text);
            memory.media().forEach(socket::binary);
        }
        return Optional.of(link);
    }

    /** The node's socket is closed: whatever was pressed through it is the caller's to release. */
    public Set<String> left(GatewayLink link) {
        synchronized (lock) {
            if (!links.remove(link)) {
                return Set.of();
            }
        }
        tellAudience();
        return link.authors();
    }

    @Override
    public void media(Buffer message) {
        MediaHeader.of(message).ifPresentOrElse(header -> spread(header, message), () -> count("media-short"));
    }

    @Override
    public void event(BrowserEvent event) {
        switch (event) {
            case BrowserEvent.SizeChanged(var now) -> {
                size = now;
                say("size", VmMessages.of(event));
            }
            case BrowserEvent.CursorShape _, BrowserEvent.CursorImage _ -> say("cursor", VmMessages.of(event));
            case BrowserEvent.PageShown _ -> say("page", VmMessages.of(event));
        }
    }

    /** To all nodes now, and to those who come later until the next of its type. */
    public void say(String type, String json) {
        synchronized (lock) {
            memory.keep(type, json);
            sayToAll(json);
        }
    }

    /** To all nodes now; the last of its type no longer holds. */
    public void takeBack(String type, String json) {
        synchronized (lock) {
            memory.forget(type);
            sayToAll(json);
        }
    }

    /** The last word; closes every node, and whoever comes later. Idempotent. */
    public void end(String reason) {
        synchronized (lock) {
            if (ended != null) {
                return;
            }
            ended = reason;
            sayToAll(VmMessages.ended(reason));
            List.copyOf(links).forEach(link -> link.close(ENDED, reason));
        }
    }

    public Size size() {
        return size;
    }

    /** Since when nobody watches; null while somebody does. */
    public @Nullable Instant unwatchedSince() {
        synchronized (lock) {
            return unwatchedSince;
        }
    }

    /** Closes nodes that take nothing any more. */
    public void closeStuck() {
        var now = settings.clock().instant();
        synchronized (lock) {
            links.stream().filter(link -> link.isStuck(now)).toList().forEach(this::tooSlow);
        }
    }

    void wantKeyFrame() {
        KeyFrameGate.Answer answer;
        synchronized (lock) {
            answer = keyFrames.want(settings.clock().instant());
        }
        switch (answer) {
            case KeyFrameGate.Answer.AskNow() -> browser.requestKeyFrame();
            case KeyFrameGate.Answer.AskIn(var delay) -> settings.delays().after(delay, this::deferredKeyFrame);
            case KeyFrameGate.Answer.AlreadyComing() -> {}
        }
    }

    void watching(GatewayLink link, GatewayLink.Watching watching) {
        synchronized (lock) {
            link.watching(watching);
        }
        tellAudience();
    }

    /** Whether the node may still speak for one more author. */
    boolean speaksFor(GatewayLink link, String author) {
        synchronized (lock) {
            return links.contains(link) && link.speaksFor(author);
        }
    }

    void released(GatewayLink link, String author) {
        synchronized (lock) {
            link.released(author);
        }
    }

    void count(String what) {
        settings.counter().accept(what);
    }

    private void deferredKeyFrame() {
        synchronized (lock) {
            keyFrames.deferralOver(settings.clock().instant());
        }
        browser.requestKeyFrame();
    }

    private void spread(MediaHeader header, Buffer message) {
        var now = settings.clock().instant();
        var ask = false;
        synchronized (lock) {
            memory.keep(header, message);
            for (var link : List.copyOf(links)) {
                var verdict = link.offer(header, message, now);
                ask |= verdict == LinkFlow.Verdict.SKIP_AND_ASK;
                if (verdict == LinkFlow.Verdict.CLOSE) {
                    tooSlow(link);
                }
            }
        }
        if (ask) {
            wantKeyFrame();
        }
    }

    private void sayToAll(String json) {
        var now = settings.clock().instant();
        List.copyOf(links).stream().filter(link -> !link.say(json, now)).forEach(this::tooSlow);
    }

    /** Under the lock. The socket's own close handler brings {@link #left}. */
    private void tooSlow(GatewayLink link) {
        count("gateway-slow");
        link.close(SLOW, "slow");
    }

    /** One at a time, so that the browser hears of changes in their order; not under the lock. */
    private void tellAudience() {
        synchronized (audienceTurn) {
            Audience audience;
            synchronized (lock) {
                audience =
                        Audiences.sum(links.stream().map(GatewayLink::watching).toList());
                if (audience.viewers() > 0) {
                    unwatchedSince = null;
                } else if (unwatchedSince == null) {
                    unwatchedSince = settings.clock().instant();
                }
            }
            browser.watch(audience);
        }
    }
}

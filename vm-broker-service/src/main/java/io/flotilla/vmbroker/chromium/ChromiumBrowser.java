package io.flotilla.vmbroker.chromium;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.vmbroker.agent.AgentLink;
import io.flotilla.vmbroker.browser.Act;
import io.flotilla.vmbroker.browser.Audience;
import io.flotilla.vmbroker.browser.Browser;
import io.flotilla.vmbroker.browser.BrowserEvent;
import io.flotilla.vmbroker.browser.BrowserSink;
import io.flotilla.vmbroker.browser.Claim;
import io.flotilla.vmbroker.browser.Size;
import io.flotilla.vmbroker.screen.Screen;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One running Chromium. The lock orders what the sink hears; nothing that waits is done under it. */
final class ChromiumBrowser implements Browser, AgentLink.Ear, Screen.Listener {
    private final Running running;
    private final ActQueue acts;
    private final CompletableFuture<Exit> exited = new CompletableFuture<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Object hearing = new Object();
    private @Nullable BrowserSink sink;
    private volatile int fps = 30;
    private volatile boolean hideCursor;
    private volatile Audience audience = Audience.nobody();

    ChromiumBrowser(Running running) {
        this.running = running;
        this.acts = new ActQueue(running.id(), this::carryOut);
        running.screen().listen(this);
        var _ = running.process().onExit().thenRun(() -> exited.complete(closing.get() ? Exit.CLOSED : Exit.CRASHED));
    }

    /** For tests of what is inside. */
    Running running() {
        return running;
    }

    @Override
    public String id() {
        return running.id();
    }

    @Override
    public void claim(Claim claim, BrowserSink heard) {
        fps = claim.fps();
        hideCursor = claim.hideCursor();
        synchronized (hearing) {
            sink = heard;
        }
        running.wishes().apply(claim);
        resize(claim.size());
        if (hideCursor) {
            tell(new BrowserEvent.CursorShape("none"));
        }
        if (Addresses.mayOpen(claim.startUrl())) {
            running.control().tell("navigate", "to", claim.startUrl());
        }
        running.control().tell("announce");
        set();
    }

    @Override
    public void act(Act act) {
        if (!closing.get()) {
            acts.add(act);
        }
    }

    @Override
    public void requestKeyFrame() {
        running.link().tell(new JsonObject().put("type", "key-frame"));
    }

    @Override
    public void watch(Audience now) {
        if (closing.get()) {
            return;
        }
        var began = now.viewers() > 0 && audience.viewers() == 0;
        var ended = now.viewers() == 0 && audience.viewers() > 0;
        audience = now;
        set();
        if (began || ended) {
            running.screen().watched(began);
            running.control().tell("watched", began);
        }
    }

    @Override
    public CompletionStage<Exit> exited() {
        return exited.copy();
    }

    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            synchronized (hearing) {
                sink = null;
            }
            acts.close();
            running.end();
            exited.complete(Exit.CLOSED);
        }
    }

    @Override
    public void media(Buffer message) {
        synchronized (hearing) {
            if (sink != null) {
                sink.media(message);
            }
        }
    }

    @Override
    public void said(JsonNode message) {
        if (message.path("type").asText().equals("page")) {
            running.pages().shown(message.path("target").asText());
            tell(new BrowserEvent.PageShown(
                    message.path("url").asText(),
                    message.path("title").asText(),
                    message.path("loading").asBoolean()));
        } else {
            Running.LOG.debugf("agent of %s: %s", id(), message);
        }
    }

    @Override
    public void event(BrowserEvent event) {
        if (!hideCursor) {
            tell(event);
        }
    }

    @Override
    public void moving(boolean yes) {
        running.link().tell(new JsonObject().put("type", "damage").put("moving", yes));
    }

    private void carryOut(Act act) {
        switch (act) {
            case Act.Resize resize -> resize(resize.size());
            case Act.Navigate navigate -> navigate(navigate.action(), navigate.url());
            default -> running.screen().act(act);
        }
    }

    private void resize(Size size) {
        running.screen().resize(size);
        running.link()
                .tell(new JsonObject()
                        .put("type", "size")
                        .put("width", size.width())
                        .put("height", size.height()));
        tell(new BrowserEvent.SizeChanged(size));
    }

    private void navigate(Act.Navigation action, String url) {
        if (action != Act.Navigation.TO || Addresses.mayOpen(url)) {
            running.control().tell("navigate", action.name().toLowerCase(java.util.Locale.ROOT), url);
        }
    }

    private void set() {
        running.link().set(Settings.of(audience, fps));
    }

    private void tell(BrowserEvent event) {
        synchronized (hearing) {
            if (sink != null) {
                sink.event(event);
            }
        }
    }
}

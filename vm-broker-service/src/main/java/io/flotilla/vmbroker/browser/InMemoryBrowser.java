package io.flotilla.vmbroker.browser;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A browser that remembers what was done to it and shows what a test tells it to. */
public final class InMemoryBrowser implements Browser {
    private final BrowserSlot slot;
    private final Runnable gone;
    private final List<Act> acts = new CopyOnWriteArrayList<>();
    private final AtomicInteger keyFrames = new AtomicInteger();
    private final CompletableFuture<Exit> exit = new CompletableFuture<>();
    private volatile Audience audience = Audience.nobody();
    private volatile @Nullable Claim claim;
    private volatile @Nullable BrowserSink sink;

    InMemoryBrowser(BrowserSlot slot, Runnable gone) {
        this.slot = slot;
        this.gone = gone;
    }

    @Override
    public String id() {
        return slot.id();
    }

    @Override
    public void claim(Claim wished, BrowserSink receiver) {
        claim = wished;
        sink = receiver;
    }

    @Override
    public void act(Act act) {
        if (!exit.isDone()) {
            acts.add(act);
        }
    }

    @Override
    public void requestKeyFrame() {
        keyFrames.incrementAndGet();
    }

    @Override
    public void watch(Audience watching) {
        audience = watching;
    }

    @Override
    public CompletionStage<Exit> exited() {
        return exit.minimalCompletionStage();
    }

    @Override
    public void close() {
        end(Exit.CLOSED);
    }

    /** The process dies by itself. */
    public void crash() {
        end(Exit.CRASHED);
    }

    /** Sends one binary message to whoever claimed this browser. */
    public void emit(Buffer message) {
        var receiver = sink;
        if (receiver != null) {
            receiver.media(message);
        }
    }

    public void emit(BrowserEvent event) {
        var receiver = sink;
        if (receiver != null) {
            receiver.event(event);
        }
    }

    public BrowserSlot slot() {
        return slot;
    }

    public @Nullable Claim claimed() {
        return claim;
    }

    public List<Act> acts() {
        return List.copyOf(acts);
    }

    public Audience audience() {
        return audience;
    }

    public int keyFrameRequests() {
        return keyFrames.get();
    }

    private void end(Exit reason) {
        gone.run();
        exit.complete(reason);
    }
}

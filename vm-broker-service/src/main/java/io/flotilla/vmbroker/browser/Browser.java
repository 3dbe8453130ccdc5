package io.flotilla.vmbroker.browser;

import java.util.concurrent.CompletionStage;

/**
 * One running browser with its process tree, display and profile. Acts are carried out in the order of the calls. Thread-safe; no
 * method blocks on a page. After {@link #close} everything is a no-op.
 */
public interface Browser extends AutoCloseable {
    String id();

    /** Turns a pooled blank browser into the wished-for one without a restart; frames flow to the sink as soon as somebody watches. */
    void claim(Claim claim, BrowserSink sink);

    void act(Act act);

    /** The next frame shall decode on its own, also when the page is still. Coalescing and rate limiting is the caller's. */
    void requestKeyFrame();

    /** How many watch and what they can decode; with nobody watching nothing is captured or encoded. */
    void watch(Audience audience);

    /** Completes once, when the browser is gone for whatever reason. */
    CompletionStage<Exit> exited();

    /** Ends the whole process tree, frees the display and wipes the directory; returns when nothing is left. Idempotent. */
    @Override
    void close();

    /** Why a browser is gone. */
    enum Exit {
        CLOSED,
        CRASHED
    }
}

package io.flotilla.vmbroker.browser;

import io.vertx.core.buffer.Buffer;

/** Where a browser's picture, sound and events go. Called by one thread at a time; must not block. */
public interface BrowserSink {
    /** One binary message of {@code contracts/media.md}; the receiver may keep the buffer, nobody changes it afterwards. */
    void media(Buffer message);

    void event(BrowserEvent event);
}

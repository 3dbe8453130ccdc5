package io.flotilla.vmbroker.media;

import io.flotilla.vmbroker.browser.Act;
import io.flotilla.vmbroker.browser.Browser;
import io.flotilla.vmbroker.browser.Size;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What gateway nodes say about one VM, and what comes of it: acts for the browser in their order, a new author announced, the audience.
 * What is odd is dropped and counted, for the node checked it before and is at most of another version. Thread-safe; one node's messages
 * come one after the other.
 */
public final class Conversation {
    private static final Set<String> FORMATS = Set.of("h264", "vp8", "jpeg");
    private static final int MAX_VIEWERS = 1_000_000;

    private final Stage stage;
    private final Browser browser;
    private final ResizeCap cap;
    private final InstantSource clock;
    private final AtomicReference<String> driver = new AtomicReference<>("");
    private volatile Instant lastActAt;

    /**
     * What a resize may ask for.
     *
     * @param maxArea px, also for sizes that fit {@code box}
     */
    public record ResizeCap(Size box, int maxArea) {
        boolean admits(Size size) {
            return size.width() <= box.width() && size.height() <= box.height() && size.area() <= maxArea;
        }
    }

    public Conversation(Stage stage, Browser browser, ResizeCap cap, InstantSource clock) {
        this.stage = stage;
        this.browser = browser;
        this.cap = cap;
        this.clock = clock;
        this.lastActAt = clock.instant();
    }

    /** One text message of a node. */
    public void heard(GatewayLink link, String text) {
        try {
            var message = new JsonObject(text);
            var fields = new Fields(message);
            switch (fields.word("type", 32)) {
                case "act" -> act(link, fields);
                case "key-frame" -> stage.wantKeyFrame();
                case "viewers" -> stage.watching(link, watching(fields));
                default -> {} // readers ignore what they do not know
            }
        } catch (Fields.Odd | DecodeException | ClassCastException _) {
            stage.count("message-odd");
        }
    }

    /** The node is gone: nothing stays pressed on behalf of its people. */
    public void left(GatewayLink link) {
        stage.left(link).forEach(author -> browser.act(new Act.Release(author)));
    }

    public Instant lastActAt() {
        return lastActAt;
    }

    private void act(GatewayLink link, Fields message) {
        var act = ActReader.read(message.word("by", 64), message.object("act"));
        if (!stage.speaksFor(link, act.by())) {
            stage.count("act-refused");
            return;
        }
        switch (act) {
            case Act.Release(var by) -> stage.released(link, by);
            case Act.Resize resize
            when !cap.admits(resize.size()) -> {
                stage.count("act-refused");
                stage.say("size", VmMessages.size(stage.size()));
                return;
            }
            case Act.Resize _ -> {}
            default -> happened(act.by());
        }
        browser.act(act);
    }

    /** Letting go and resizing happen by themselves; everything else is a person who does something. */
    private void happened(String by) {
        lastActAt = clock.instant();
        if (!by.equals(driver.getAndSet(by))) {
            stage.say("driver", VmMessages.driver(by));
        }
    }

    private static GatewayLink.Watching watching(Fields message) {
        var formats = new HashSet<>(message.texts("formats", 16, 16));
        formats.retainAll(FORMATS);
        return new GatewayLink.Watching(message.whole("count", 0, MAX_VIEWERS), message.flag("layers"), formats);
    }
}

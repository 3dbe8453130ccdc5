package io.flotilla.vmbroker.media;

import io.flotilla.vmbroker.browser.BrowserEvent;
import io.flotilla.vmbroker.browser.Size;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The messages marked <em>VM</em> in {@code contracts/media.md}, as they go over the wire. */
public final class VmMessages {
    private VmMessages() {}

    static String of(BrowserEvent event) {
        return switch (event) {
            case BrowserEvent.SizeChanged(var size) -> size(size);
            case BrowserEvent.CursorShape(var css) ->
                message("cursor").put("css", css).encode();
            case BrowserEvent.CursorImage(var dataUrl, var hotX, var hotY) ->
                message("cursor")
                        .put("image", dataUrl)
                        .put("hotX", hotX)
                        .put("hotY", hotY)
                        .encode();
            case BrowserEvent.PageShown(var url, var title, var loading) ->
                message("page")
                        .put("url", url)
                        .put("title", title)
                        .put("loading", loading)
                        .encode();
        };
    }

    public static String size(Size size) {
        return message("size")
                .put("width", size.width())
                .put("height", size.height())
                .encode();
    }

    static String driver(String by) {
        return message("driver").put("by", by).encode();
    }

    public static String clock(@Nullable Instant expiresAt) {
        return message("clock").put("expiresAt", millis(expiresAt)).encode();
    }

    /** {@code closesAt} null: called off. */
    public static String warning(String reason, @Nullable Instant closesAt) {
        return message("warning")
                .put("reason", reason)
                .put("closesAt", millis(closesAt))
                .encode();
    }

    static String ended(String reason) {
        return message("ended").put("reason", reason).encode();
    }

    private static JsonObject message(String type) {
        return new JsonObject().put("type", type);
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }
}

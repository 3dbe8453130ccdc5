package io.flotilla.vmbroker.chromium;

import io.flotilla.vmbroker.browser.Audience;
import io.vertx.core.json.JsonObject;

/** What the agent is told to encode for an audience: one encode must do for all of it. */
final class Settings {
    private Settings() {}

    static JsonObject of(Audience audience, int fps) {
        return new JsonObject()
                .put("type", "set")
                .put("watched", audience.viewers() > 0)
                .put("codec", codec(audience))
                .put("jpeg", audience.formats().contains("jpeg"))
                .put("layers", audience.layers())
                .put("fps", fps);
    }

    /** VP8 as soon as one needs it; no stream at all when nobody who looks can decode one, or nobody looks and all just listen. */
    static String codec(Audience audience) {
        if (audience.formats().contains("vp8")) {
            return "vp8";
        }
        return audience.formats().contains("h264") ? "h264" : "none";
    }
}

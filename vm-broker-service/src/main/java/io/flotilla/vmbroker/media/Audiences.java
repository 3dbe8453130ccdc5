package io.flotilla.vmbroker.media;

import io.flotilla.vmbroker.browser.Audience;
import java.util.HashSet;
import java.util.List;

/** Adds up what the nodes say of their viewers: one encode must do for all, so {@code vp8}, which everybody decodes, beats {@code h264}. */
final class Audiences {
    private Audiences() {}

    static Audience sum(List<GatewayLink.Watching> nodes) {
        var viewers = 0;
        var layers = false;
        var formats = new HashSet<String>();
        for (var node : nodes) {
            if (node.count() > 0) {
                viewers += node.count();
                layers |= node.layers();
                formats.addAll(node.formats());
            }
        }
        if (formats.contains("vp8")) {
            formats.remove("h264");
        }
        return new Audience(viewers, layers, formats);
    }
}

package io.flotilla.session.sharing;

import io.flotilla.session.vmsession.Setup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the creator of a VM session wants of the browser; null leaves it to the platform.
 *
 * @param platform null to take the one that is active for the creator
 * @param name what the creator wants to be called
 */
public record VmWishes(
        @Nullable String platform,
        @Nullable String startUrl,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer fps,
        @Nullable Boolean kiosk,
        @Nullable Boolean dark,
        Optional<String> name) {

    /** As fields of {@code POST /v0/vm}. */
    Map<String, Object> asFields(Setup setup) {
        var timeouts = setup.timeouts();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("platform", setup.platform());
        fields.put(
                "timeout",
                Map.of(
                        "absolute", timeouts.absolute().toSeconds(),
                        "inactive", timeouts.inactive().toSeconds(),
                        "offline", timeouts.offline().toSeconds(),
                        "warning", timeouts.warning().toSeconds()));
        putIfWished(fields, "start_url", startUrl);
        putIfWished(fields, "width", width);
        putIfWished(fields, "height", height);
        putIfWished(fields, "fps", fps);
        putIfWished(fields, "kiosk", kiosk);
        putIfWished(fields, "dark", dark);
        return fields;
    }

    private static void putIfWished(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}

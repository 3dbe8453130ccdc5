package io.flotilla.session.sharing;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.session.body.Fields;
import io.flotilla.session.body.Fields.WrongFieldException;
import io.flotilla.session.body.Reading;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of requests. Fields we do not know are ignored: existing clients of the remote browser API send more. */
public final class Bodies {
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_URL = 2048;
    private static final int LEAST_SIDE = 256;
    private static final int MOST_SIDE = 3840;
    private static final int MOST_AREA = 1920 * 1080;
    private static final List<String> PLATFORMS = List.of("chromium", "hyperbeam", "kubernetes");

    private Bodies() {}

    /** {@code sessionId}: present, a string, not empty, at most 255 characters. */
    public static Reading<String> sessionId(@Nullable JsonNode body) {
        return Fields.reading(() -> new Fields(body).id("sessionId"));
    }

    /** {@code name}, cleaned. */
    static Reading<Optional<String>> name(@Nullable JsonNode body) {
        return Fields.reading(() -> name(new Fields(body)));
    }

    static Reading<VmWishes> wishes(@Nullable JsonNode body) {
        return Fields.reading(() -> {
            var fields = new Fields(body);
            var width = fields.whole("width", LEAST_SIDE, MOST_SIDE);
            var height = fields.whole("height", LEAST_SIDE, MOST_SIDE);
            checkSize(width, height);
            return new VmWishes(
                    platform(fields),
                    startUrl(fields),
                    even(width),
                    even(height),
                    boxed(fields.whole("fps", 24, 60)),
                    fields.truth("kiosk").orElse(null),
                    fields.truth("dark").orElse(null),
                    name(fields));
        });
    }

    private static Optional<String> name(Fields fields) {
        // Long before cleaning is fine, within reason: what counts is what the others see.
        var name = fields.text("name", 10 * DisplayName.LONGEST).flatMap(DisplayName::clean);
        if (name.filter(DisplayName::isTooLong).isPresent()) {
            throw new WrongFieldException("name", "name must be at most " + DisplayName.LONGEST + " characters");
        }
        return name;
    }

    private static @Nullable String platform(Fields fields) {
        var platform = fields.text("platform", LONGEST_ID).orElse(null);
        if (platform != null && !PLATFORMS.contains(platform)) {
            throw new WrongFieldException("platform", "platform must be one of: " + String.join(", ", PLATFORMS));
        }
        return platform;
    }

    private static @Nullable String startUrl(Fields fields) {
        var url = fields.text("start_url", LONGEST_URL).filter(text -> !text.isBlank());
        if (url.isPresent() && !isWebAddress(url.get())) {
            throw new WrongFieldException("start_url", "start_url must be an http or https address, or about:blank");
        }
        return url.orElse(null);
    }

    private static boolean isWebAddress(String url) {
        if (url.equals("about:blank")) {
            return true;
        }
        try {
            var parsed = new URI(url);
            var scheme = String.valueOf(parsed.getScheme()).toLowerCase(Locale.ROOT);
            return Set.of("http", "https").contains(scheme)
                    && parsed.getRawAuthority() != null
                    && parsed.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void checkSize(OptionalInt width, OptionalInt height) {
        if (width.isPresent() != height.isPresent()) {
            throw new WrongFieldException(width.isPresent() ? "height" : "width", "width and height go together");
        }
        if (width.isPresent() && (long) width.getAsInt() * height.getAsInt() > MOST_AREA) {
            throw new WrongFieldException("width", "width × height must be at most 1920 × 1080");
        }
    }

    /** Encoders want even sides; a window's inner size seldom is. */
    private static @Nullable Integer even(OptionalInt side) {
        return side.isPresent() ? side.getAsInt() & ~1 : null;
    }

    private static @Nullable Integer boxed(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }
}

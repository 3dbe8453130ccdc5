package io.flotilla.vmbroker.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.vmbroker.browser.Claim;
import io.flotilla.vmbroker.browser.Size;
import io.flotilla.vmbroker.timeout.Timeouts;
import io.flotilla.vmbroker.vm.VmSpec;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the body of {@code POST /v0/vm} into a wish, or into every reason why it is none. */
final class SpecReader {
    static final int LARGEST_AREA = 1920 * 1080;
    private static final int DEFAULT_AREA = 1280 * 720;
    private static final double LONGEST_SECONDS = 366.0 * 24 * 3600;
    private static final Pattern LANGUAGES = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*(,\\s*[A-Za-z]{2,8}"
            + "(-[A-Za-z0-9]{1,8})*(;q=[01](\\.[0-9]{1,3})?)?)*");

    /** Where this broker's VMs come from; the parameter is ours, not the dialect's. */
    private static final String PLATFORM = "chromium";

    private static final Set<String> KNOWN = Set.of(
            "platform",
            "start_url",
            "width",
            "height",
            "fps",
            "max_area",
            "kiosk",
            "dark",
            "hide_cursor",
            "locale",
            "timeout",
            "offline_timeout",
            "tag",
            "tenant_id");
    private static final Set<String> NOT_YET = Set.of(
            "adblock",
            "auth",
            "control_disable_default",
            "default_roles",
            "draw",
            "extension",
            "field_masking",
            "http_proxy",
            "nsfw",
            "profile",
            "quality",
            "region",
            "search_engine",
            "touch_gestures",
            "ublock",
            "user_agent",
            "webgl");

    private final StartUrls startUrls;

    SpecReader(StartUrls startUrls) {
        this.startUrls = startUrls;
    }

    sealed interface Outcome {
        record Read(VmSpec spec) implements Outcome {}

        record Wrong(List<String> faults) implements Outcome {}
    }

    Outcome read(JsonNode body) {
        var wish = new Reading(body);
        wish.nothingElse(KNOWN, NOT_YET);
        var platform = wish.text("platform", 64);
        if (platform != null && !platform.equals(PLATFORM)) {
            wish.fault("platform", "must be " + PLATFORM + ": this server has no other");
        }
        var size = size(wish);
        var spec = new VmSpec(
                new Claim(
                        size,
                        wish.whole("fps", 30, 24, 60),
                        startUrl(wish),
                        wish.flag("kiosk"),
                        wish.flag("dark"),
                        languages(wish),
                        wish.flag("hide_cursor")),
                maxArea(wish, size),
                timeouts(wish),
                wish.text("tag", 255),
                wish.text("tenant_id", 255));
        return wish.faults().isEmpty() ? new Outcome.Read(spec) : new Outcome.Wrong(List.copyOf(wish.faults()));
    }

    private static Size size(Reading wish) {
        if (wish.has("width") != wish.has("height")) {
            wish.fault("width", "and height must be given together");
        }
        var width = even(wish, "width", 1280);
        var height = even(wish, "height", 720);
        if (width * height > LARGEST_AREA) {
            wish.fault("width", "times height must not exceed " + LARGEST_AREA);
            return new Size(1280, 720);
        }
        return new Size(width, height);
    }

    private static int even(Reading wish, String field, int otherwise) {
        var side = wish.whole(field, otherwise, 256, 3840);
        if (side % 2 != 0) {
            wish.fault(field, "must be even");
            return otherwise;
        }
        return side;
    }

    private static int maxArea(Reading wish, Size size) {
        var otherwise = Math.max(DEFAULT_AREA, size.area());
        var area = wish.whole("max_area", otherwise, 1, LARGEST_AREA);
        if (area < size.area()) {
            wish.fault("max_area", "must not be less than width times height");
        }
        return area;
    }

    private String startUrl(Reading wish) {
        var url = wish.text("start_url", StartUrls.LONGEST);
        if (url == null) {
            return StartUrls.BLANK;
        }
        var fault = startUrls.faultOf(url);
        if (fault != null) {
            wish.fault("start_url", fault);
        }
        return url;
    }

    private static @Nullable String languages(Reading wish) {
        var locale = wish.object("locale");
        locale.nothingElse(Set.of("language", "country"), Set.of());
        var language = locale.text("language", 100);
        var country = locale.text("country", 2);
        if (country != null && !country.matches("[A-Za-z]{2}")) {
            locale.fault("country", "must be two letters (ISO 3166)");
        }
        if (language == null) {
            if (country != null) {
                locale.fault("country", "needs locale.language");
            }
            return null;
        }
        if (!LANGUAGES.matcher(language).matches()) {
            locale.fault("language", "must be a list of language tags, like de-AT,de");
        }
        return country == null || !language.matches("[A-Za-z]{2,3}")
                ? language
                : language + "-" + country.toUpperCase(java.util.Locale.ROOT) + "," + language;
    }

    private static Timeouts timeouts(Reading wish) {
        var timeout = wish.object("timeout");
        timeout.nothingElse(Set.of("absolute", "inactive", "offline", "warning"), Set.of("webhook"));
        Duration offline = Timeouts.DEFAULT_OFFLINE;
        if (timeout.names("offline")) {
            offline = seconds(timeout, "offline");
        } else if (wish.names("offline_timeout")) {
            offline = seconds(wish, "offline_timeout");
        }
        var warning = seconds(timeout, "warning");
        return new Timeouts(
                seconds(timeout, "absolute"),
                seconds(timeout, "inactive"),
                offline,
                warning == null ? Timeouts.DEFAULT_WARNING : warning);
    }

    private static @Nullable Duration seconds(Reading from, String field) {
        var seconds = from.positive(field, LONGEST_SECONDS);
        return seconds == null ? null : Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
    }
}

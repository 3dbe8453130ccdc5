package io.flotilla.auth.apikey;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A key as asked for; unchecked. */
public record NewKey(
        @Nullable String name,
        @Nullable String tenant,
        @JsonProperty("expires_in_days") @Nullable Integer expiresInDays) {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_LIFE_DAYS = 365;
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9._:@-]{1,64}");

    /** A field and the rule that it breaks. */
    record Wrong(String field, String rule) {}

    /** The first field that is not as it should be, or null. */
    @Nullable
    Wrong wrong() {
        if (name == null || !isName(name)) {
            return new Wrong("name", "1 to 64 printable characters");
        }
        if (tenant != null && !TENANT.matcher(tenant).matches()) {
            return new Wrong("tenant", "1 to 64 letters, digits or ._:@-");
        }
        if (expiresInDays != null && (expiresInDays < 1 || expiresInDays > LONGEST_LIFE_DAYS)) {
            return new Wrong("expires_in_days", "1 to 365");
        }
        return null;
    }

    private static boolean isName(String name) {
        return !name.isBlank()
                && name.codePointCount(0, name.length()) <= LONGEST_NAME
                && name.chars().noneMatch(Character::isISOControl);
    }
}

package io.flotilla.auth.password;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A hash as a PHC string: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}, base64 without padding. It tells its own cost. */
record Phc(Argon2Cost cost, String salt, String hash) {
    private static final Pattern SHAPE = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    /** Empty for whatever is no such string. */
    static Optional<Phc> parse(String text) {
        var shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        try {
            var cost = new Argon2Cost(number(shape.group(1)), number(shape.group(2)), number(shape.group(3)));
            var phc = new Phc(cost, shape.group(4), shape.group(5));
            return phc.saltBytes().length > 0 && phc.hashBytes().length > 0 ? Optional.of(phc) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Phc of(Argon2Cost cost, byte[] salt, byte[] hash) {
        var encoder = Base64.getEncoder().withoutPadding();
        return new Phc(cost, encoder.encodeToString(salt), encoder.encodeToString(hash));
    }

    byte[] saltBytes() {
        return Base64.getDecoder().decode(salt);
    }

    byte[] hashBytes() {
        return Base64.getDecoder().decode(hash);
    }

    String text() {
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.passes() + ",p=" + cost.lanes() + "$" + salt + "$"
                + hash;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}

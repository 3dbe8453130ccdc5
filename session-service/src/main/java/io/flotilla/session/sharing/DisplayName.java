package io.flotilla.session.sharing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a participant is called: what they wish to be called, made harmless, else two words that stay the same for one user. */
final class DisplayName {
    static final int LONGEST = 40;

    private static final List<String> KINDS = List.of(
            "Amber", "Brave", "Calm", "Clever", "Coral", "Dawn", "Eager", "Fair", "Gentle", "Golden", "Happy", "Hazel",
            "Indigo", "Ivory", "Jolly", "Keen", "Kind", "Lively", "Lucky", "Merry", "Misty", "Noble", "Olive", "Pearl",
            "Quick", "Quiet", "Rosy", "Silver", "Sunny", "Swift", "Tidal", "Witty");
    private static final List<String> ANIMALS = List.of(
            "Badger", "Beaver", "Crane", "Dolphin", "Eagle", "Falcon", "Finch", "Fox", "Gull", "Hare", "Heron", "Ibis",
            "Jay", "Koala", "Lark", "Lynx", "Marten", "Mole", "Newt", "Orca", "Otter", "Owl", "Panda", "Puffin",
            "Raven", "Robin", "Seal", "Swan", "Tern", "Turtle", "Whale", "Wren");

    private DisplayName() {}

    /**
     * The name without control, format and direction characters, and with single spaces.
     *
     * @return empty when nothing is left of it
     */
    static Optional<String> clean(String wished) {
        var clean = wished.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[\\p{Zs}\\s]+", " ")
                .strip();
        return clean.isEmpty() ? Optional.empty() : Optional.of(clean);
    }

    static boolean isTooLong(String clean) {
        return clean.codePointCount(0, clean.length()) > LONGEST;
    }

    /** A name for somebody who gave none. */
    static String ofGuest(String userId) {
        int hash = spread(userId.toLowerCase(Locale.ROOT).hashCode());
        var kind = KINDS.get(Math.floorMod(hash, KINDS.size()));
        var animal = ANIMALS.get(Math.floorMod(hash >> 8, ANIMALS.size()));
        return "Guest " + kind + " " + animal;
    }

    /** Ids that differ in one character should not get names that differ in one step. */
    private static int spread(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x45d9f3b;
        return mixed ^ (mixed >>> 16);
    }
}

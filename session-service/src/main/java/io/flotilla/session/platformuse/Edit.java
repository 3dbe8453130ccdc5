package io.flotilla.session.platformuse;

import io.flotilla.session.platform.PlatformConnection;
import io.flotilla.session.platform.UserPlatforms;

/** What became of a wish about connections. */
sealed interface Edit {
    /** Done; the connection it was about (as it was, when it is gone), and all of its user as they are now. */
    record Done(PlatformConnection connection, UserPlatforms all) implements Edit {
        static Done of(String id, UserPlatforms all) {
            return new Done(all.find(id).orElseThrow(), all);
        }
    }

    /** No such connection, or not theirs. */
    record Unknown() implements Edit {}

    record NameTaken() implements Edit {}

    record TooMany(int limit) implements Edit {}

    /** A field is not what it must be, given what is there already. */
    record Wrong(String field, String words) implements Edit {}

    /** This installation has no key to keep secrets with. */
    record NoKey() implements Edit {}
}

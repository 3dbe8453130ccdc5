package io.flotilla.gateway.usersession;

import org.jspecify.annotations.Nullable;

/** Something that happened to a user, for all of that user's tabs and devices. */
sealed interface UserSessionEvent {
    String userId();

    /** Its {@code type}, on the channel and on sockets. */
    String type();

    /**
     * Another platform connection is the active one.
     *
     * @param platform null: none is active any more
     * @param by handle of the user session that switched
     */
    record PlatformSwitched(
            String userId,
            @Nullable Platform platform,
            @Nullable String by) implements UserSessionEvent {
        static final String TYPE = "platform_switched";

        @Override
        public String type() {
            return TYPE;
        }
    }

    record SessionEnded(String userId, String sessionId, String reason) implements UserSessionEvent {
        static final String TYPE = "session_ended";

        @Override
        public String type() {
            return TYPE;
        }
    }

    record SessionChanged(String userId, String sessionId) implements UserSessionEvent {
        static final String TYPE = "session_changed";

        @Override
        public String type() {
            return TYPE;
        }
    }

    record Platform(
            String id,
            String name,
            @Nullable String platformType,
            @Nullable String instanceUrl) {}
}

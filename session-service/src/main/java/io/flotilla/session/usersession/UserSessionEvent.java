package io.flotilla.session.usersession;

import org.jspecify.annotations.Nullable;

/** What the tabs and devices of a user hear ({@code contracts/user-session-events.md}). */
public sealed interface UserSessionEvent {
    String userId();

    /** One of the user's sessions is over; {@code reason} is a name of {@link SessionEnd}. */
    record SessionEnded(String userId, String sid, String reason) implements UserSessionEvent {}

    /** A session of the user was opened, extended, or its data changed. */
    record SessionChanged(String userId, String sid) implements UserSessionEvent {}

    /**
     * The user chose another platform connection.
     *
     * @param platform null when none is active any more
     * @param by handle of the session it was chosen in; null when it was nobody's choice
     */
    record PlatformSwitched(
            String userId,
            ActivePlatform.@Nullable Platform platform,
            @Nullable String by) implements UserSessionEvent {}
}

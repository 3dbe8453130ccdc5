package io.flotilla.gateway.roomlog;

/** What a room's channel carries: entries as {@code E epoch offset id name payload}, passing words as {@code P text}. Pure. */
final class RedisRoomWire {
    static final String ENTRY = "E ";
    static final String PASSING = "P ";

    private RedisRoomWire() {}

    static String channel(String room) {
        return "room:" + room;
    }

    /** What can't be understood is not of our making, and is left to whoever looks for itself. */
    static void hear(String message, RoomLog.Ear ear) {
        if (message.startsWith(PASSING)) {
            ear.passed(message.substring(PASSING.length()));
        } else if (message.startsWith(ENTRY)) {
            var parts = message.split(" ", 6);
            if (parts.length == 6) {
                Position.of(parts[1] + ":" + parts[2])
                        .ifPresent(position -> ear.appended(new LogEntry(position, parts[3], parts[4], parts[5])));
            }
        }
    }
}

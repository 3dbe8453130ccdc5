package io.flotilla.socket.packet;

import java.util.Set;

/** Names that no event may have, as clients and servers give them a meaning of their own. */
public final class EventNames {
    private static final Set<String> RESERVED =
            Set.of("connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener");

    private EventNames() {}

    public static boolean isReserved(String name) {
        return RESERVED.contains(name);
    }
}

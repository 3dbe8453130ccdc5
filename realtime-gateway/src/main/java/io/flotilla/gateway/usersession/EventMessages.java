package io.flotilla.gateway.usersession;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.namespace.Identified;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.usersession.UserSessionEvent.PlatformSwitched;
import io.flotilla.gateway.usersession.UserSessionEvent.SessionChanged;
import io.flotilla.gateway.usersession.UserSessionEvent.SessionEnded;
import io.flotilla.socket.Outgoing;

/** Writes what listeners hear. Only what the contract names goes out, whatever the channel carried. Pure. */
final class EventMessages {
    private EventMessages() {}

    static Outgoing hello(Identified who) {
        return Outgoing.event(
                SessionsNamespace.PATH,
                "hello",
                Json.object().put("session_id", who.sessionId()).put("user_id", who.userId()));
    }

    static Outgoing of(UserSessionEvent event) {
        return Outgoing.event(SessionsNamespace.PATH, event.type(), body(event));
    }

    static ObjectNode body(UserSessionEvent event) {
        var body = Json.object();
        switch (event) {
            case SessionEnded ended -> body.put("session_id", ended.sessionId()).put("reason", ended.reason());
            case SessionChanged changed -> body.put("session_id", changed.sessionId());
            case PlatformSwitched switched -> {
                var platform = switched.platform();
                if (platform == null) {
                    body.putNull("platform");
                } else {
                    body.putObject("platform")
                            .put("id", platform.id())
                            .put("name", platform.name())
                            .put("platform_type", platform.platformType())
                            .put("instance_url", platform.instanceUrl());
                }
                body.put("by", switched.by());
            }
        }
        return body;
    }
}

package io.flotilla.gateway.usersession;

import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.usersession.UserSessionEvent.PlatformSwitched;
import io.flotilla.gateway.usersession.UserSessionEvent.SessionChanged;
import io.flotilla.gateway.usersession.UserSessionEvent.SessionEnded;

/** Writes what listeners hear. Only what the contract names goes out, whatever the channel carried. Pure. */
final class EventMessages {
    private EventMessages() {}

    static String hello(Visitor visitor) {
        return Json.message("hello")
                .put("session_id", visitor.sessionId())
                .put("user_id", visitor.userId())
                .toString();
    }

    static String of(UserSessionEvent event) {
        var message = Json.message(event.type());
        switch (event) {
            case SessionEnded ended ->
                message.put("session_id", ended.sessionId()).put("reason", ended.reason());
            case SessionChanged changed -> message.put("session_id", changed.sessionId());
            case PlatformSwitched switched -> {
                var platform = switched.platform();
                if (platform == null) {
                    message.putNull("platform");
                } else {
                    message.putObject("platform")
                            .put("id", platform.id())
                            .put("name", platform.name())
                            .put("platform_type", platform.platformType())
                            .put("instance_url", platform.instanceUrl());
                }
                message.put("by", switched.by());
            }
        }
        return message.toString();
    }
}

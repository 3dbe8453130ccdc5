package io.flotilla.session.usersession;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Over the channel {@code user-sessions} ({@code contracts/redis-keys.md}). */
@ApplicationScoped
class RedisUserSessionEvents implements UserSessionEvents {
    private static final Logger LOG = Logger.getLogger(RedisUserSessionEvents.class);
    private static final String CHANNEL = "user-sessions";

    private final RedisDataSource redis;
    private final ObjectMapper json;

    RedisUserSessionEvents(RedisDataSource redis, ObjectMapper json) {
        this.redis = redis;
        this.json = json;
    }

    @Override
    public void tell(UserSessionEvent event) {
        try {
            redis.pubsub(String.class).publish(CHANNEL, message(event).toString());
        } catch (RuntimeException e) {
            LOG.warnf("the devices of a user were not told: %s", e.toString());
        }
    }

    private ObjectNode message(UserSessionEvent event) {
        var message = json.createObjectNode().put("userId", event.userId());
        switch (event) {
            case UserSessionEvent.SessionEnded ended ->
                message.put("type", "session_ended").put("sid", ended.sid()).put("reason", ended.reason());
            case UserSessionEvent.SessionChanged changed ->
                message.put("type", "session_changed").put("sid", changed.sid());
            case UserSessionEvent.PlatformSwitched switched -> platformSwitched(message, switched);
        }
        return message;
    }

    private static void platformSwitched(ObjectNode message, UserSessionEvent.PlatformSwitched switched) {
        message.put("type", "platform_switched");
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
        if (switched.by() != null) {
            message.put("by", switched.by());
        }
    }
}

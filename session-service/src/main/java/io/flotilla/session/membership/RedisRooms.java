package io.flotilla.session.membership;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.session.vmsession.VmSession;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The read model in Redis, one script a version, and its announcements on the channel {@code membership}. */
@ApplicationScoped
class RedisRooms implements Rooms {
    private static final String CHANNEL = "membership";
    private static final String SHOW = script();

    private final RedisDataSource redis;
    private final ObjectMapper json;

    RedisRooms(RedisDataSource redis, ObjectMapper json) {
        this.redis = redis;
        this.json = json;
    }

    @Override
    public boolean show(VmSession session) {
        return Shown.of(session).map(this::show).orElse(true);
    }

    @Override
    public void tell(VmSession session, @Nullable String participantId, String reason) {
        session.vmId().ifPresent(vmId -> {
            var message = new LinkedHashMap<String, Object>();
            message.put("vmId", vmId);
            message.put("vmSessionId", session.id());
            if (participantId != null) {
                message.put("participantId", participantId);
            }
            message.put("reason", reason);
            redis.pubsub(String.class).publish(CHANNEL, write(message));
        });
    }

    private boolean show(Shown shown) {
        var arguments = new ArrayList<>(List.of(
                SHOW,
                "2",
                "vm-session:" + shown.id(),
                "members:" + shown.vmId(),
                Long.toString(shown.version()),
                Long.toString(shown.until().toEpochMilli()),
                Integer.toString(shown.room().size())));
        shown.room().forEach((field, value) -> arguments.addAll(List.of(field, value)));
        shown.members().forEach(one -> arguments.addAll(List.of(one.participantId(), write(fields(one)))));
        return redis.execute("EVAL", arguments.toArray(String[]::new))
                .toString()
                .equals("shown");
    }

    private static Map<String, Object> fields(Member member) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("userId", member.userId());
        fields.put("role", member.role());
        fields.put("name", member.name());
        fields.put("joinedAt", member.joinedAt().toEpochMilli());
        return fields;
    }

    private String write(Map<String, Object> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers can always be written", e);
        }
    }

    private static String script() {
        try (InputStream in = RedisRooms.class.getResourceAsStream("/rooms/show.lua")) {
            if (in == null) {
                throw new IllegalStateException("no script rooms/show.lua");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

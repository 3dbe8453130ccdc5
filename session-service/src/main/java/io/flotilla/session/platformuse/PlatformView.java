package io.flotilla.session.platformuse;

import io.flotilla.session.platform.PlatformConnection;
import io.flotilla.session.platform.PlatformTest;
import io.flotilla.session.platform.UserPlatforms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Connections as JSON shows them to their user. Of a secret only that there is one. */
final class PlatformView {
    private PlatformView() {}

    static List<Map<String, @Nullable Object>> all(UserPlatforms theirs) {
        return theirs.all().stream().map(one -> one(one, theirs)).toList();
    }

    static Map<String, @Nullable Object> one(PlatformConnection connection, UserPlatforms theirs) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("id", connection.id());
        body.put("name", connection.name());
        body.put("type", connection.type().wire());
        body.put("platform_type", connection.type().wire());
        body.put("instance_url", connection.instanceUrl());
        body.put("username", connection.username());
        body.put("is_default", theirs.isDefault(connection));
        body.put("is_active", theirs.active().filter(connection::equals).isPresent());
        body.put("has_secret", connection.hasSecret());
        body.put("created_at", connection.createdAt().toString());
        body.put("updated_at", connection.updatedAt().toString());
        var test = connection.lastTest();
        if (test != null) {
            body.put("last_test", tested(test));
        }
        return body;
    }

    /** As existing clients expect it of a switch. */
    static Map<String, @Nullable Object> switched(PlatformConnection connection) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("id", connection.id());
        body.put("name", connection.name());
        body.put("platform_type", connection.type().wire());
        body.put("instance_url", connection.instanceUrl());
        body.put("username", connection.username());
        return body;
    }

    static Map<String, Object> tested(PlatformTest test) {
        return Map.of(
                "success", test.success(),
                "reachable", test.reachable(),
                "message", test.message(),
                "at", test.at().toString());
    }
}

package io.flotilla.session.platform;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@link PlatformConnection} as PostgreSQL holds it. */
@Entity
@Table(name = "platform_connection")
class PlatformRow {
    @Id
    String id = "";

    String userId = "";
    String name = "";
    String platformType = "";

    @Nullable
    String instanceUrl;

    @Nullable
    String username;

    @Nullable
    String secret;

    Instant createdAt = Instant.EPOCH;
    Instant updatedAt = Instant.EPOCH;

    @Nullable
    Instant testedAt;

    @Nullable
    Boolean testReachable;

    @Nullable
    Boolean testSuccess;

    @Nullable
    String testMessage;

    void take(String user, PlatformConnection connection) {
        id = connection.id();
        userId = user;
        name = connection.name();
        platformType = connection.type().wire();
        instanceUrl = connection.instanceUrl();
        username = connection.username();
        secret = connection.sealedSecret();
        createdAt = connection.createdAt();
        updatedAt = connection.updatedAt();
        var test = connection.lastTest();
        testedAt = test == null ? null : test.at();
        testReachable = test == null ? null : test.reachable();
        testSuccess = test == null ? null : test.success();
        testMessage = test == null ? null : test.message();
    }

    PlatformConnection toConnection() {
        return new PlatformConnection(
                id,
                name,
                PlatformType.ofWire(platformType).orElseThrow(),
                instanceUrl,
                username,
                secret,
                createdAt,
                updatedAt,
                lastTest());
    }

    private @Nullable PlatformTest lastTest() {
        return testedAt == null
                ? null
                : new PlatformTest(
                        testedAt,
                        Boolean.TRUE.equals(testReachable),
                        Boolean.TRUE.equals(testSuccess),
                        Objects.requireNonNullElse(testMessage, ""));
    }
}

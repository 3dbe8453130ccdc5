package io.flotilla.session.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.BrokerScript;
import io.flotilla.session.RunningService;
import io.flotilla.session.Together;
import io.flotilla.session.Visitor;
import io.flotilla.session.Visitor.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class IdempotencyIT {
    private final Visitor ada = Visitor.arrive();

    @BeforeEach
    void theBrokerWorks() {
        BrokerScript.behave("well");
    }

    @Test
    void answersARepeatedCallWithTheSameSession() {
        var first = create(ada, "key", "{\"fps\":30}");
        var second = create(ada, "key", "{\"fps\":30}");

        assertThat(second.status()).isEqualTo(200);
        for (var field : new String[] {"id", "vmId", "participantId", "expiresAt", "createdAt", "role", "platform"}) {
            assertThat(second.body().getValue(field))
                    .as(field)
                    .isEqualTo(first.body().getValue(field));
        }
        assertThat(second.body().getString("url")).contains("?token=ey");
    }

    @Test
    void makesOneSessionOfManyCallsAtOnce() {
        var replies = Together.all(20, i -> () -> create(ada, "parallel", "{}"));

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(replies)
                .extracting(reply -> reply.body().getString("id"))
                .containsOnly(replies.getFirst().body().getString("id"));
        assertThat(ada.get("/api/vm").body().getJsonArray("sessions")).hasSize(1);
    }

    @Test
    void refusesTheKeyForAnotherBody() {
        create(ada, "other body", "{}");

        assertThat(create(ada, "other body", "{\"fps\":60}").status()).isEqualTo(422);
    }

    @Test
    void keepsPeoplesKeysApart() {
        var mine = create(ada, "common", "{}").body().getString("id");

        assertThat(create(Visitor.arrive(), "common", "{}").body().getString("id"))
                .isNotEqualTo(mine);
    }

    @Test
    void forgetsWhatCameToNothing() {
        BrokerScript.behave("failing");
        assertThat(create(ada, "again", "{}").status()).isEqualTo(502);

        BrokerScript.behave("well");

        assertThat(create(ada, "again", "{}").status()).isEqualTo(200);
    }

    @Test
    void refusesKeysThatAreNone() {
        assertThat(create(ada, "k".repeat(256), "{}").status()).isEqualTo(400);
        assertThat(create(ada, "k".repeat(255), "{}").status()).isEqualTo(200);
    }

    private static Reply create(Visitor who, String key, String body) {
        return who.send("POST", "/api/vm", body, Map.of("Idempotency-Key", key));
    }
}

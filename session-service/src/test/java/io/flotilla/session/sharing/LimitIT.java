package io.flotilla.session.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.BrokerScript;
import io.flotilla.session.RunningService;
import io.flotilla.session.Together;
import io.flotilla.session.Visitor;
import io.flotilla.session.Visitor.Reply;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class LimitIT {
    @Inject
    RedisDataSource redis;

    private final Visitor ada = Visitor.arrive();

    @BeforeEach
    void theBrokerWorks() {
        BrokerScript.behave("well");
    }

    @Test
    void givesOnePersonExactlyTwoOfFiftySessionsAskedForAtOnce() {
        var replies = Together.all(50, i -> () -> ada.post("/api/vm", new JsonObject()));

        assertExactlyTwo(replies);
        assertThat(ada.get("/api/vm").body().getJsonArray("sessions")).hasSize(2);
    }

    @Test
    void givesOneAddressExactlyTwoOfFiftySessionsAskedForAtOnce() {
        var people = IntStream.range(0, 50)
                .mapToObj(i -> Visitor.arriveFrom("198.51.100.7"))
                .toList();

        assertExactlyTwo(Together.all(50, i -> () -> people.get(i).post("/api/vm", new JsonObject())));
    }

    @Test
    void letsOnePersonIntoExactlyTwoOfManySharedSessionsAtOnce() {
        var ids = IntStream.range(0, 8)
                .mapToObj(i -> Visitor.arrive().createsShared())
                .toList();

        assertExactlyTwo(Together.all(8, i -> () -> ada.joins(ids.get(i))));
    }

    @Test
    void countsWhatStrangersClaimAboutTheirAddressForNothing() {
        // The hop the trusted proxy saw comes last; whatever a stranger wrote comes before it.
        var claims = List.of("203.0.113.1", "203.0.113.2", "203.0.113.3");

        var statuses = claims.stream()
                .map(claim -> Visitor.arriveFrom(claim + ", 198.51.100.8")
                        .post("/api/vm", new JsonObject())
                        .status())
                .toList();

        assertThat(statuses).containsExactly(200, 200, 429);
    }

    @Test
    void makesRoomWhenASessionEnds() {
        var first = ada.creates().getString("id");
        ada.creates();
        assertThat(ada.post("/api/vm", new JsonObject()).status()).isEqualTo(429);

        ada.ends(first);

        assertThat(ada.post("/api/vm", new JsonObject()).status()).isEqualTo(200);
    }

    @Test
    void makesRoomForGuestsWhenTheyLeaveOrTheSessionEnds() {
        var bob = Visitor.arrive();
        var first = bob.createsShared();
        var second = bob.createsShared();
        var third = Visitor.arrive().createsShared();
        ada.joins(first);
        ada.joins(second);
        assertThat(ada.joins(third).status()).isEqualTo(429);

        ada.leaves(first);
        assertThat(ada.joins(third).status()).isEqualTo(200);

        bob.ends(second);
        assertThat(ada.post("/api/vm", new JsonObject()).status()).isEqualTo(200);
    }

    @Test
    void keepsThePlaceOfAnOwnerWhoLeaves() {
        ada.leaves(ada.creates().getString("id"));
        ada.leaves(ada.creates().getString("id"));

        assertThat(ada.post("/api/vm", new JsonObject()).status()).isEqualTo(429);
    }

    @Test
    void chargesNothingForComingBackAtTheLimit() {
        var shared = Visitor.arrive().createsShared();
        var own = ada.creates().getString("id");
        ada.joins(shared);

        assertThat(ada.joins(shared).status()).isEqualTo(200);
        assertThat(ada.joins(own).status()).isEqualTo(200);
    }

    @Test
    void remembersWhoIsInsideWhenRedisForgetsEverything() {
        ada.creates();
        ada.creates();
        redis.flushall();

        assertThat(ada.post("/api/vm", new JsonObject()).status()).isEqualTo(429);
    }

    @Test
    void givesThePlaceBackWhenTheBrowserDoesNotStart() {
        BrokerScript.behave("failing");
        assertThat(ada.post("/api/vm", new JsonObject()).status()).isEqualTo(502);
        assertThat(ada.post("/api/vm", new JsonObject()).status()).isEqualTo(502);
        assertThat(ada.post("/api/vm", new JsonObject()).status()).isEqualTo(502);

        BrokerScript.behave("well");

        assertThat(ada.post("/api/vm", new JsonObject()).status()).isEqualTo(200);
        assertThat(ada.post("/api/vm", new JsonObject()).status()).isEqualTo(200);
    }

    private static void assertExactlyTwo(List<Reply> replies) {
        var byStatus = replies.stream()
                .collect(java.util.stream.Collectors.groupingBy(Reply::status, java.util.stream.Collectors.counting()));
        assertThat(byStatus).isEqualTo(Map.of(200, 2L, 429, replies.size() - 2L));
    }
}

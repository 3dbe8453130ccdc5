package io.flotilla.gateway.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.gateway.FakeServices;
import io.flotilla.testkit.RealServers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What session-service reads: ids with Redis' own time, the latest one. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(FakeServices.class)
class RedisStudyAttendanceIT {
    @Inject
    RedisDataSource redis;

    private final String run = UUID.randomUUID().toString();

    @Test
    void writesDownWhenTheyWereAttendedLast() {
        var attendance = new RedisStudyAttendance(redis);
        attendance.attended(List.of(run));
        var first = score(run);
        assertThat(first).isBetween(now() - 60_000, now());

        await().atMost(Duration.ofSeconds(20)).until(() -> {
            attendance.attended(List.of(run));
            return score(run) > first;
        });
    }

    @Test
    void writesDownManyAtOnce() {
        var many = IntStream.range(0, 2_500).mapToObj(i -> run + "-" + i).toList();

        new RedisStudyAttendance(redis).attended(many);

        assertThat(List.of(score(many.getFirst()), score(many.get(1_234)), score(many.getLast())))
                .allMatch(at -> at > 0);
    }

    private long score(String id) {
        return redis.execute("ZSCORE", "study:attended", id).toLong();
    }

    private long now() {
        return redis.execute("TIME").get(0).toLong() * 1_000 + 1_000;
    }
}

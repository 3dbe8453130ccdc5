package io.flotilla.session.attendance;

import static org.awaitility.Awaitility.await;

import io.flotilla.session.RunningService;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class RedisAttendanceIT extends AttendanceContract {
    @Inject
    Attendance attendance;

    @Override
    protected Attendance attendance() {
        return attendance;
    }

    @Override
    protected void pass(Duration time) {
        var mark = "mark-" + UUID.randomUUID();
        attendance.attended(mark);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> attendance.aloneFor(mark).orElseThrow().compareTo(time) >= 0);
    }
}

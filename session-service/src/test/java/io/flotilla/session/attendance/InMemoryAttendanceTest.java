package io.flotilla.session.attendance;

import java.time.Duration;
import java.time.Instant;

class InMemoryAttendanceTest extends AttendanceContract {
    private Instant now = Instant.EPOCH;
    private final Attendance attendance = new InMemoryAttendance(() -> now);

    @Override
    protected Attendance attendance() {
        return attendance;
    }

    @Override
    protected void pass(Duration time) {
        now = now.plus(time);
    }
}

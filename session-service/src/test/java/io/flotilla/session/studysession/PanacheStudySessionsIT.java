package io.flotilla.session.studysession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flotilla.session.RunningService;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class PanacheStudySessionsIT extends StudySessionsContract {
    @Inject
    StudySessions sessions;

    @Override
    protected StudySessions sessions() {
        return sessions;
    }

    @Test
    void tellsTheTimeOfTheDatabase() {
        var before = sessions.now();

        assertThat(before).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(sessions.now()).isAfterOrEqualTo(before);
    }
}

package io.flotilla.session.studynews;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Over the channel {@code study-sessions} ({@code contracts/redis-keys.md}). */
@ApplicationScoped
class RedisStudyEvents implements StudyEvents {
    private static final Logger LOG = Logger.getLogger(RedisStudyEvents.class);
    private static final String CHANNEL = "study-sessions";

    private final RedisDataSource redis;
    private final ObjectMapper json;

    RedisStudyEvents(RedisDataSource redis, ObjectMapper json) {
        this.redis = redis;
        this.json = json;
    }

    @Override
    public void tell(List<StudyChange> changes, Instant now) {
        try {
            for (var change : changes) {
                redis.pubsub(String.class)
                        .publish(
                                CHANNEL,
                                json.valueToTree(StudyView.of(change, now)).toString());
            }
        } catch (RuntimeException e) {
            LOG.warnf("a change of a study session was not told: %s", e.toString());
        }
    }
}

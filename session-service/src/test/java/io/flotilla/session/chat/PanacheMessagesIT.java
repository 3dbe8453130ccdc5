package io.flotilla.session.chat;

import static io.flotilla.session.vmsession.VmSessionFixtures.NOON;
import static io.flotilla.session.vmsession.VmSessionFixtures.ada;
import static io.flotilla.session.vmsession.VmSessionFixtures.liveOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.RunningService;
import io.flotilla.session.vmsession.EndReason;
import io.flotilla.session.vmsession.VmSessions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class PanacheMessagesIT extends MessagesContract {
    @Inject
    Messages messages;

    @Inject
    VmSessions sessions;

    @Override
    protected Messages messages() {
        return messages;
    }

    @Override
    protected String room(String id) {
        return sessions.insert(liveOf(id, ada())).id();
    }

    @Test
    void goWithTheRecordOfTheirSession() {
        var id = UUID.randomUUID().toString();
        var live = sessions.insert(liveOf(id, ada()));
        messages.store(id, new Draft("a", "p-1", "Ada", "bye", NOON), 10);
        var ending = sessions.replace(live.ending(EndReason.REQUESTED, NOON)).orElseThrow();
        sessions.replace(ending.ended(NOON));

        sessions.forgetEndedBefore(NOON.plusSeconds(1));

        assertThat(messages.find(id, "a")).isEmpty();
    }
}

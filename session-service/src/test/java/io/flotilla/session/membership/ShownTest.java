package io.flotilla.session.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.Golden;
import io.flotilla.session.vmsession.EndReason;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

class ShownTest {
    @Test
    void isALiveRoomAsWritten() {
        var shown = Shown.of(Golden.session()).orElseThrow();

        assertThat(room(shown)).isEqualTo(Golden.example("room/vm-session"));
        assertThat(shown.until()).isEqualTo(Golden.NOON.plus(Duration.ofHours(3)));
    }

    @Test
    void isARoomThatIsOverAsWritten() {
        var over = Golden.session()
                .ending(EndReason.REQUESTED, Golden.NOON.plusSeconds(60))
                .withVersion(8);

        var shown = Shown.of(over).orElseThrow();

        assertThat(room(shown)).isEqualTo(Golden.example("room/vm-session-ended"));
        assertThat(shown.members()).isEmpty();
        assertThat(shown.until()).isEqualTo(Golden.NOON.plusSeconds(60).plus(Duration.ofHours(1)));
    }

    private static JsonObject room(Shown shown) {
        return new JsonObject(new HashMap<>(shown.room()));
    }
}

package io.flotilla.session.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.Golden;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class RoomViewTest {
    @Test
    void isAsWritten() {
        var view = new JsonObject(RoomView.of(Golden.session()));

        assertThat(new JsonObject(view.encode())).isEqualTo(Golden.example("room/room"));
    }
}

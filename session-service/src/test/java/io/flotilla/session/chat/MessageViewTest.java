package io.flotilla.session.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.Golden;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class MessageViewTest {
    private final ChatMessage message =
            new ChatMessage("m-1", 3, "p-bob", "Bob", "Hello 👋", Golden.NOON.plusSeconds(2));

    @Test
    void isAsWritten() {
        assertThat(view(message)).isEqualTo(Golden.example("room/message"));
    }

    @Test
    void tellsNothingOfWhatIsDeleted() {
        assertThat(view(message.deleted())).isEqualTo(Golden.example("room/message-deleted"));
    }

    private static JsonObject view(ChatMessage message) {
        return new JsonObject(new JsonObject(MessageView.of(new Said(message, "bob"))).encode());
    }
}

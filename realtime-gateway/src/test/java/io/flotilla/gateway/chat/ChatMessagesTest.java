package io.flotilla.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.gateway.Golden;
import io.flotilla.gateway.protocol.Json;
import org.junit.jupiter.api.Test;

/** Reads the contract's examples of what session-service stores. */
class ChatMessagesTest {
    @Test
    void aMessageIsShownWithoutTheAccountOfItsAuthor() throws Exception {
        var shown = ChatMessages.message(Json.read(Golden.text("room/message")));

        assertThat(shown.has("userId")).isFalse();
        assertThat(shown.path("text").asText()).isEqualTo("Hello 👋");
        assertThat(shown.path("number").asInt()).isEqualTo(3);
    }

    @Test
    void aDeletedMessageHasNoText() throws Exception {
        var shown = ChatMessages.message(Json.read(Golden.text("room/message-deleted")));

        assertThat(shown.path("deleted").asBoolean()).isTrue();
        assertThat(shown.has("text")).isFalse();
    }

    @Test
    void aPageTellsItsNewestNumberAndWhereTheOlderOnesAre() throws Exception {
        var stored = Json.object().put("before", 3);
        stored.putArray("messages").add(Json.read(Golden.text("room/message")));

        var page = ChatMessages.page(stored);

        assertThat(page.path("before").asInt()).isEqualTo(3);
        assertThat(ChatMessages.newest(page)).isEqualTo(3);
        assertThat(ChatMessages.newest(ChatMessages.page(Json.object()))).isZero();
    }
}

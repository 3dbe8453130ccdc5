package io.flotilla.session.sessiondata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.flotilla.session.sessiondata.SessionData.Kept;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the data of user sessions promises. */
public abstract class SessionDataContract {
    private final String handle = UUID.randomUUID().toString();

    protected abstract SessionData data();

    /** Makes a session of that handle. */
    protected abstract void begin(String session);

    @Test
    void keepsTheLastValueOfEachName() {
        begin(handle);
        data().keep(handle, "b", new IntNode(1));
        data().keep(handle, "a", new TextNode("x"));
        data().keep(handle, "b", new IntNode(2));

        assertThat(data().all(handle)).containsExactly(entry("a", new TextNode("x")), entry("b", new IntNode(2)));
        assertThat(data().find(handle, "b")).contains(new IntNode(2));
        assertThat(data().find(handle, "c")).isEmpty();
    }

    @Test
    void removesAValueOnce() {
        begin(handle);
        data().keep(handle, "a", new IntNode(1));

        assertThat(data().remove(handle, "a")).isTrue();
        assertThat(data().remove(handle, "a")).isFalse();
        assertThat(data().all(handle)).isEmpty();
    }

    @Test
    void isFullAtTheVeryByte() {
        begin(handle);
        // One byte of name, two quotes.
        int room = SessionData.MOST_BYTES - 3;

        assertThat(data().keep(handle, "a", new TextNode("x".repeat(room + 1)))).isEqualTo(Kept.TOO_MUCH);
        assertThat(data().keep(handle, "a", new TextNode("x".repeat(room)))).isEqualTo(Kept.KEPT);
        assertThat(data().keep(handle, "b", new IntNode(1))).isEqualTo(Kept.TOO_MUCH);
        assertThat(data().keep(handle, "a", new TextNode("x".repeat(room)))).isEqualTo(Kept.KEPT);
        assertThat(data().keep(handle, "a", new TextNode("\u00e9".repeat(room))))
                .isEqualTo(Kept.TOO_MUCH);
        assertThat(data().find(handle, "a")).contains(new TextNode("x".repeat(room)));
    }

    @Test
    void needsASession() {
        assertThat(data().keep("no-such-session", "a", new IntNode(1))).isEqualTo(Kept.NO_SESSION);
        assertThat(data().all("no-such-session")).isEmpty();
    }

    private static java.util.Map.Entry<String, JsonNode> entry(String name, JsonNode value) {
        return java.util.Map.entry(name, value);
    }
}

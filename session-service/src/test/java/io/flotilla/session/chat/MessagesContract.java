package io.flotilla.session.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.Together;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every record of messages promises. */
public abstract class MessagesContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int MANY = 1000;

    protected abstract Messages messages();

    /** A VM session that messages may be about. */
    protected abstract String room(String id);

    private final String room = UUID.randomUUID().toString();

    @Test
    void numbersWhatIsSaidInEachRoom() {
        var mine = room(room);
        var other = room(room + "-2");

        var first = messages().store(mine, draft("a"), MANY);
        var elsewhere = messages().store(other, draft("a"), MANY);
        var second = messages().store(mine, draft("b"), MANY);

        assertThat(first).isEqualTo(new Messages.Stored(draft("a").numbered(1), true));
        assertThat(elsewhere.message().number()).isEqualTo(1);
        assertThat(second.message().number()).isEqualTo(2);
        assertThat(messages().find(mine, "b")).contains(second.message());
        assertThat(messages().find(other, "b")).isEmpty();
    }

    @Test
    void storesOnceWhatIsSentAgain() {
        var mine = room(room);
        var first = messages().store(mine, draft("a"), MANY);

        var again = messages().store(mine, new Draft("a", "p-2", "Eve", "something else", NOON), MANY);

        assertThat(again).isEqualTo(new Messages.Stored(first.message(), false));
        assertThat(messages().page(mine, Long.MAX_VALUE, 10)).containsExactly(first.message());
    }

    @Test
    void storesOnceWhatIsSentManyTimesAtOnce() {
        var mine = room(room);

        var stored = Together.all(20, _ -> () -> messages().store(mine, draft("a"), MANY));

        assertThat(stored.stream().filter(Messages.Stored::fresh)).hasSize(1);
        assertThat(stored.stream().map(Messages.Stored::message).distinct()).hasSize(1);
        assertThat(messages().page(mine, Long.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void numbersWithoutGapOrDoubleWhenManySpeakAtOnce() {
        var mine = room(room);

        Together.all(40, i -> () -> messages().store(mine, draft("m" + i), MANY));

        assertThat(messages().page(mine, Long.MAX_VALUE, 100))
                .extracting(ChatMessage::number)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void givesPagesOldestFirst() {
        var mine = room(room);
        List.of("a", "b", "c", "d", "e").forEach(id -> messages().store(mine, draft(id), MANY));

        assertThat(messages().page(mine, Long.MAX_VALUE, 2))
                .extracting(ChatMessage::id)
                .containsExactly("d", "e");
        assertThat(messages().page(mine, 4, 2)).extracting(ChatMessage::id).containsExactly("b", "c");
        assertThat(messages().page(mine, 2, 2)).extracting(ChatMessage::id).containsExactly("a");
        assertThat(messages().page(mine, 1, 2)).isEmpty();
    }

    @Test
    void letsTheOldestGo() {
        var mine = room(room);
        List.of("a", "b", "c", "d").forEach(id -> messages().store(mine, draft(id), 2));

        assertThat(messages().page(mine, Long.MAX_VALUE, 10))
                .extracting(ChatMessage::id)
                .containsExactly("c", "d");
        assertThat(messages().store(mine, draft("e"), 2).message().number()).isEqualTo(5);
    }

    @Test
    void keepsThePlaceOfWhatIsDeleted() {
        var mine = room(room);
        messages().store(mine, draft("a"), MANY);
        messages().store(mine, draft("b"), MANY);

        messages().delete(mine, "b", NOON);
        messages().delete(mine, "b", NOON.plusSeconds(1));
        messages().delete(mine, "never said", NOON);

        assertThat(messages().find(mine, "b")).contains(draft("b").numbered(2).deleted());
        assertThat(messages().store(mine, draft("b"), MANY).fresh()).isFalse();
        assertThat(messages().store(mine, draft("c"), MANY).message().number()).isEqualTo(3);
    }

    @Test
    void findsNothingInRoomsThatAreNone() {
        assertThat(messages().page("nowhere", Long.MAX_VALUE, 10)).isEmpty();
        assertThat(messages().find("nowhere", "nul\0byte")).isEmpty();
        assertThat(messages().find("nowhere", "'; drop table chat_message; --")).isEmpty();
    }

    private static Draft draft(String id) {
        return new Draft(id, "p-1", "Ada", "said by " + id + " 👋", NOON);
    }
}

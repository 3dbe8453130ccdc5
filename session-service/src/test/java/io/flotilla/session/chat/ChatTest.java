package io.flotilla.session.chat;

import static io.flotilla.session.sharing.SharingFixtures.ADA;
import static io.flotilla.session.sharing.SharingFixtures.BOB;
import static io.flotilla.session.sharing.SharingFixtures.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.sharing.SharingFixtures;
import io.flotilla.session.vmsession.Actor;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatTest {
    private static final Actor OWNER = new Actor("ada", false);
    private static final Actor GUEST = new Actor("bob", false);
    private static final Actor STRANGER = new Actor("eve", false);

    private final SharingFixtures sharing = new SharingFixtures();
    private final InMemoryMessages messages = new InMemoryMessages();
    private final Chat chat = new Chat(sharing.sessions, messages, sharing.clock);
    private final String id = sharing.created(ADA).session().id();

    @BeforeEach
    void bobIsInside() {
        sharing.shares.share(id, OWNER);
        sharing.joins.join(id, BOB);
    }

    @Test
    void recordsWhoSaidIt() {
        var said = said(GUEST, "m1", "hello");

        assertThat(said.userId()).isEqualTo("bob");
        assertThat(said.message().name()).isEqualTo("Bob");
        assertThat(said.message().at()).isEqualTo(sharing.clock.instant());
        assertThat(value(chat.read(id, Long.MAX_VALUE, 10, OWNER))).containsExactly(said);
    }

    @Test
    void answersARetryWithWhatWasStored() {
        var first = said(GUEST, "m1", "hello");

        assertThat(value(chat.say(id, new Chat.Wish("m1", "hello again", null), GUEST)))
                .isEqualTo(new Posting.Stored(first, false));
    }

    @Test
    void answersARetryAfterComingBackAsANewParticipant() {
        var first = said(GUEST, "m1", "hello");
        sharing.leaves.leave(id, GUEST);
        sharing.joins.join(id, BOB);

        assertThat(said(GUEST, "m1", "hello")).isEqualTo(first);
    }

    @Test
    void givesNobodyTheIdOfAnothersMessage() {
        said(GUEST, "m1", "hello");

        assertThat(value(chat.say(id, new Chat.Wish("m1", "mine", null), OWNER)))
                .isEqualTo(new Posting.IdTaken());
    }

    @Test
    void listensOnlyToThoseInside() {
        sharing.leaves.leave(id, OWNER);

        for (var outside : new Actor[] {STRANGER, OWNER}) {
            assertThat(chat.say(id, new Chat.Wish("m1", "hello", null), outside))
                    .isEqualTo(Outcome.refused(new Refusal.NotInside()));
            assertThat(chat.read(id, Long.MAX_VALUE, 10, outside)).isEqualTo(Outcome.refused(new Refusal.NotInside()));
            assertThat(chat.remove(id, "m1", outside)).isEqualTo(Outcome.refused(new Refusal.NotInside()));
        }
    }

    @Test
    void doesNotListenToAStayThatIsOver() {
        var before = sharing.sessions.find(id).orElseThrow().inside("bob").orElseThrow();
        sharing.leaves.leave(id, GUEST);
        sharing.joins.join(id, BOB);

        assertThat(chat.say(id, new Chat.Wish("m1", "hello", before.id()), GUEST))
                .isEqualTo(Outcome.refused(new Refusal.NotInside()));
    }

    @Test
    void isSilentOnceItIsOver() {
        sharing.ends.end(id, OWNER);

        assertThat(chat.say(id, new Chat.Wish("m1", "hello", null), GUEST))
                .isEqualTo(Outcome.refused(new Refusal.UnknownSession()));
    }

    @Test
    void letsAuthorAndOwnerTakeItBack() {
        said(GUEST, "m1", "by bob");
        said(GUEST, "m2", "by bob");
        said(OWNER, "m3", "by ada");

        assertThat(value(chat.remove(id, "m1", GUEST))).isInstanceOf(Removal.Removed.class);
        assertThat(value(chat.remove(id, "m1", GUEST))).isInstanceOf(Removal.Removed.class);
        assertThat(value(chat.remove(id, "m2", OWNER))).isInstanceOf(Removal.Removed.class);
        assertThat(value(chat.remove(id, "m3", GUEST))).isEqualTo(new Removal.NotTheirs());
        assertThat(value(chat.remove(id, "m4", OWNER))).isEqualTo(new Removal.Unknown());
        assertThat(value(chat.read(id, Long.MAX_VALUE, 10, GUEST)))
                .extracting(one -> one.message().text())
                .containsExactly(null, null, "by ada");
    }

    @Test
    void goesAlongWithAVisitorWhoSignsIn() {
        said(GUEST, "m1", "as a visitor");
        sharing.sessions.handOver("bob", "account", sharing.clock.instant());

        var account = new Actor("account", false);

        assertThat(value(chat.read(id, Long.MAX_VALUE, 10, account)).getFirst().userId())
                .isEqualTo("account");
        assertThat(value(chat.remove(id, "m1", account))).isInstanceOf(Removal.Removed.class);
    }

    private Said said(Actor actor, String messageId, String text) {
        return switch (value(chat.say(id, new Chat.Wish(messageId, text, null), actor))) {
            case Posting.Stored(Said said, boolean _) -> said;
            case Posting.IdTaken _ -> throw new AssertionError("the id is taken");
        };
    }
}

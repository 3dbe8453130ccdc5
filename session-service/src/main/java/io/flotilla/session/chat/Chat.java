package io.flotilla.session.chat;

import io.flotilla.session.vmsession.Access;
import io.flotilla.session.vmsession.Actor;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Participant;
import io.flotilla.session.vmsession.Refusal;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmSessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Speaking, reading and taking back, for those inside a live session. */
@ApplicationScoped
public class Chat {
    /** How many messages a room keeps. */
    static final int MOST = 10_000;

    private final VmSessions sessions;
    private final Messages messages;
    private final InstantSource clock;

    public Chat(VmSessions sessions, Messages messages, InstantSource clock) {
        this.sessions = sessions;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Something to be said.
     *
     * @param text clean and not too long ({@link ChatText})
     * @param participantId the stay the speaker believes to be in; null for whichever it is
     */
    public record Wish(String id, String text, @Nullable String participantId) {}

    public Outcome<Posting> say(String vmSessionId, Wish wish, Actor actor) {
        return Access.ATTEND.check(sessions.find(vmSessionId), actor).then(session -> {
            var stay = session.inside(actor.userId())
                    .filter(one -> wish.participantId() == null || one.id().equals(wish.participantId()));
            return stay.map(one -> Outcome.done(store(session, one, wish)))
                    .orElseGet(() -> Outcome.refused(new Refusal.NotInside()));
        });
    }

    /** The newest below that number, oldest first. */
    public Outcome<List<Said>> read(String vmSessionId, long before, int limit, Actor actor) {
        return Access.ATTEND
                .check(sessions.find(vmSessionId), actor)
                .then(session -> Outcome.done(messages.page(vmSessionId, before, limit).stream()
                        .map(message -> Said.in(session, message))
                        .toList()));
    }

    public Outcome<Removal> remove(String vmSessionId, String id, Actor actor) {
        return Access.ATTEND
                .check(sessions.find(vmSessionId), actor)
                .then(session -> Outcome.done(messages.find(vmSessionId, id)
                        .map(message -> remove(session, Said.in(session, message), actor))
                        .orElseGet(Removal.Unknown::new)));
    }

    private Posting store(VmSession session, Participant stay, Wish wish) {
        var draft = new Draft(wish.id(), stay.id(), stay.name(), wish.text(), clock.instant());
        var stored = messages.store(session.id(), draft, MOST);
        var said = Said.in(session, stored.message());
        return said.userId().equals(stay.userId()) ? new Posting.Stored(said, stored.fresh()) : new Posting.IdTaken();
    }

    private Removal remove(VmSession session, Said said, Actor actor) {
        if (!said.userId().equals(actor.userId()) && !session.isOwnedBy(actor.userId())) {
            return new Removal.NotTheirs();
        }
        messages.delete(session.id(), said.message().id(), clock.instant());
        return new Removal.Removed(new Said(said.message().deleted(), said.userId()));
    }
}

package io.flotilla.session.chat;

import io.flotilla.session.vmsession.Actor;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Participant;
import io.flotilla.session.vmsession.Refusal;
import io.flotilla.session.vmsession.Standing;
import io.flotilla.session.vmsession.VmSessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
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
        return attending(vmSessionId, actor).then(standing -> standing.stay()
                .filter(stay -> wish.participantId() == null || stay.id().equals(wish.participantId()))
                .map(stay -> Outcome.done(store(vmSessionId, stay, wish)))
                .orElseGet(() -> Outcome.refused(new Refusal.NotInside())));
    }

    /** The newest below that number, oldest first. */
    public Outcome<List<Said>> read(String vmSessionId, long before, int limit, Actor actor) {
        return attending(vmSessionId, actor)
                .then(_ -> Outcome.done(said(vmSessionId, messages.page(vmSessionId, before, limit))));
    }

    public Outcome<Removal> remove(String vmSessionId, String id, Actor actor) {
        return attending(vmSessionId, actor)
                .then(standing -> Outcome.done(messages.find(vmSessionId, id)
                        .map(message -> remove(vmSessionId, message, standing, actor))
                        .orElseGet(Removal.Unknown::new)));
    }

    private Outcome<Standing> attending(String vmSessionId, Actor actor) {
        return Standing.attending(sessions.standing(vmSessionId, actor.userId()));
    }

    private Posting store(String vmSessionId, Participant stay, Wish wish) {
        var draft = new Draft(wish.id(), stay.id(), stay.name(), wish.text(), clock.instant());
        var stored = messages.store(vmSessionId, draft, MOST);
        if (stored.fresh()) {
            return new Posting.Stored(new Said(stored.message(), stay.userId()), true);
        }
        var said = said(vmSessionId, stored.message());
        return said.userId().equals(stay.userId()) ? new Posting.Stored(said, false) : new Posting.IdTaken();
    }

    private Removal remove(String vmSessionId, ChatMessage message, Standing standing, Actor actor) {
        var said = said(vmSessionId, message);
        if (!said.userId().equals(actor.userId()) && !standing.owner()) {
            return new Removal.NotTheirs();
        }
        messages.delete(vmSessionId, message.id(), clock.instant());
        return new Removal.Removed(new Said(message.deleted(), said.userId()));
    }

    private Said said(String vmSessionId, ChatMessage message) {
        return said(vmSessionId, List.of(message)).getFirst();
    }

    private List<Said> said(String vmSessionId, List<ChatMessage> page) {
        var stays = page.stream().map(ChatMessage::participantId).collect(Collectors.toSet());
        var users = sessions.usersOf(vmSessionId, stays);
        return page.stream()
                .map(message -> new Said(message, users.getOrDefault(message.participantId(), "")))
                .toList();
    }
}

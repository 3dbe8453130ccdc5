package io.flotilla.auth.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.auth.once.OneTime;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tickets that are out. Safe for many threads; blocks. */
@Singleton
public final class Tickets {
    static final Duration LIFE = Duration.ofSeconds(30);

    private static final String KIND = "ticket";
    private static final String PREFIX = "tk_";
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    private final OneTime kept;
    private final ObjectMapper json;

    public Tickets(OneTime kept, ObjectMapper json) {
        this.kept = kept;
        this.json = json;
    }

    /** A new ticket for that holder. */
    Secret issue(TicketHolder holder) {
        var ticket = Secret.of(PREFIX + Secret.random().reveal());
        try {
            kept.put(KIND, ticket, json.writeValueAsString(holder), LIFE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a holder is plain data", e);
        }
        return ticket;
    }

    /** Whose ticket it is, once; empty for whatever is none (any more). */
    Optional<TicketHolder> take(Secret ticket) {
        if (!SHAPE.matcher(ticket.reveal()).matches()) {
            return Optional.empty();
        }
        return kept.take(KIND, ticket).map(this::holder);
    }

    private TicketHolder holder(String text) {
        try {
            return json.readValue(text, TicketHolder.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("only this service writes tickets", e);
        }
    }
}

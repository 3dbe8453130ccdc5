package io.flotilla.gateway.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.namespace.Identified;
import io.flotilla.gateway.namespace.Lives;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.studydesk.Hearer;
import io.flotilla.gateway.studydesk.Words;
import io.flotilla.socket.Event;
import io.flotilla.socket.Namespace;
import io.flotilla.socket.Socket;
import org.jspecify.annotations.Nullable;

/** A user's socket. Its commands are done one after the other, in the order they came. */
final class Student implements Namespace.Listener, Hearer {
    private final Socket socket;
    private final Identified who;
    private final StudyRecord.@Nullable Arrival arrival;
    private final Lives lives;
    private final StudyRounds rounds;
    private final StudyCommands commands;

    /** @param arrival null when nobody could say */
    Student(
            Socket socket,
            Identified who,
            StudyRecord.@Nullable Arrival arrival,
            Lives lives,
            StudyRounds rounds,
            StudyCommands commands) {
        this.socket = socket;
        this.who = who;
        this.arrival = arrival;
        this.lives = lives;
        this.rounds = rounds;
        this.commands = commands;
    }

    @Override
    public void opened() {
        // Where the client comes back by itself it is told nothing: it would take that for the end.
        lives.begin(socket, who, code -> {
            if (!code.comesBack()) {
                socket.emit(StudyErrors.EVENT, StudyErrors.over());
            }
        });
        socket.emit(
                "authenticated",
                Json.object().put("userId", who.userId()).put("email", arrival == null ? null : arrival.email()));
        rounds.atDesk(desk -> desk.arrive(this, arrival == null ? null : arrival.changes()));
    }

    @Override
    public void heard(Event event) {
        if (StudyCommands.NAMES.contains(event.name())) {
            commands.take(event, this);
        }
    }

    @Override
    public void gone(Namespace.Departure departure) {
        rounds.atDesk(desk -> desk.leave(this));
    }

    @Override
    public String userId() {
        return who.userId();
    }

    @Override
    public void say(Words words) {
        socket.emit(words.written());
    }

    void done(Event event, JsonNode session) {
        event.ack(Json.object().put("ok", true).set("session", session));
    }

    /** Told twice: who did not ask for an answer listens for errors. */
    void refused(Event event, ObjectNode error) {
        ObjectNode told = error.deepCopy();
        told.put("command", event.name());
        if (event.arg(0).path("id").isTextual()) {
            told.set("id", event.arg(0).path("id"));
        }
        socket.emit(StudyErrors.EVENT, told);
        event.ack(Json.object().put("ok", false).set("error", error));
    }
}

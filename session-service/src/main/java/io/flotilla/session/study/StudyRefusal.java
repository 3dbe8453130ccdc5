package io.flotilla.session.study;

import io.flotilla.session.studysession.StudySession;
import org.jspecify.annotations.Nullable;

/**
 * Why a command was not done.
 *
 * @param message existing clients show it, and look for its words
 * @param session the one that is in the way
 */
public record StudyRefusal(
        String code, String message, @Nullable StudySession session) {
    static StudyRefusal notFound(StudyCommand.OfSession command) {
        return of("not-found", "Session not found or you do not have permission to " + command.verb() + " it");
    }

    static StudyRefusal ended() {
        return of("ended", "Session has already ended");
    }

    static StudyRefusal alreadyActive(StudySession running) {
        return new StudyRefusal("already-active", "You already have an active study session", running);
    }

    static StudyRefusal notParticipant() {
        return of("not-participant", "VM session not found or you do not take part in it");
    }

    static StudyRefusal tooMany() {
        return of("too-many", "Too many commands. Please slow down.");
    }

    static StudyRefusal idReused() {
        return of("id-reused", "This id was used for another command");
    }

    static StudyRefusal invalid(String words) {
        return of("invalid", words);
    }

    private static StudyRefusal of(String code, String message) {
        return new StudyRefusal(code, message, null);
    }
}

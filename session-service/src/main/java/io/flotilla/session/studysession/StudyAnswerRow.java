package io.flotilla.session.studysession;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A command that was done, as PostgreSQL holds it. */
@Entity
@Table(name = "study_command")
class StudyAnswerRow {
    /** Whose command, and its id. */
    @Embeddable
    record Key(String userId, String commandId) {}

    @EmbeddedId
    Key key = new Key("", "");

    String fingerprint = "";
    String answer = "";
    Instant doneAt = Instant.EPOCH;
}

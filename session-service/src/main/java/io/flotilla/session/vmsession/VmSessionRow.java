package io.flotilla.session.vmsession;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@link VmSession} as PostgreSQL holds it; the only place that knows both shapes. */
@Entity
@Table(name = "vm_session")
class VmSessionRow {
    @Id
    String id = "";

    long version;
    String ownerId = "";
    Instant createdAt = Instant.EPOCH;
    String platform = "";

    @Nullable
    String platformConnectionId;

    long absoluteSeconds;
    long inactiveSeconds;
    long offlineSeconds;
    long warningSeconds;
    String state = "";
    Instant stateSince = Instant.EPOCH;

    @Nullable
    String vmId;

    @Nullable
    Instant expiresAt;

    @Nullable
    String endReason;

    @Nullable
    Instant sharedAt;

    String controlMode = "";
    int turnSeconds;

    @ElementCollection
    @CollectionTable(name = "vm_participant", joinColumns = @JoinColumn(name = "session_id"))
    @MapKeyColumn(name = "participant_id")
    Map<String, ParticipantRow> participants = new HashMap<>();

    void take(VmSession session) {
        id = session.id();
        ownerId = session.ownerId();
        createdAt = session.createdAt();
        sharedAt = session.sharedAt();
        controlMode = session.terms().control().mode().wire();
        turnSeconds = session.terms().control().turnSeconds();
        platform = session.setup().platform();
        platformConnectionId = session.setup().connectionId();
        var timeouts = session.setup().timeouts();
        absoluteSeconds = timeouts.absolute().toSeconds();
        inactiveSeconds = timeouts.inactive().toSeconds();
        offlineSeconds = timeouts.offline().toSeconds();
        warningSeconds = timeouts.warning().toSeconds();
        takeState(session.state());
        participants
                .keySet()
                .retainAll(session.participants().stream().map(Participant::id).toList());
        for (var one : session.participants()) {
            participants.computeIfAbsent(one.id(), _ -> new ParticipantRow()).take(one);
        }
    }

    VmSession toSession() {
        return new VmSession(
                id,
                ownerId,
                createdAt,
                new Setup(
                        platform,
                        platformConnectionId,
                        new Timeouts(
                                Duration.ofSeconds(absoluteSeconds),
                                Duration.ofSeconds(inactiveSeconds),
                                Duration.ofSeconds(offlineSeconds),
                                Duration.ofSeconds(warningSeconds))),
                toState(),
                new Terms(sharedAt, new Control(mode(), turnSeconds)),
                participants.entrySet().stream()
                        .map(entry -> entry.getValue().toParticipant(entry.getKey()))
                        .toList(),
                version);
    }

    private void takeState(VmState next) {
        switch (next) {
            case VmState.Opening(Instant since) -> setState("opening", since, null, null, null);
            case VmState.Live(String vm, Instant since, Instant deadline) ->
                setState("live", since, vm, deadline, null);
            case VmState.Ending ending -> setState("ending", ending.since(), ending.vmId(), null, ending.reason());
            case VmState.Ended ended -> setState("ended", ended.at(), ended.vmId(), null, ended.reason());
        }
    }

    private void setState(
            String name, Instant since, @Nullable String vm, @Nullable Instant deadline, @Nullable EndReason reason) {
        state = name;
        stateSince = since;
        vmId = vm;
        expiresAt = deadline;
        endReason = reason == null ? null : reason.wire();
    }

    private VmState toState() {
        return switch (state) {
            case "opening" -> new VmState.Opening(stateSince);
            case "live" ->
                new VmState.Live(Objects.requireNonNull(vmId), stateSince, Objects.requireNonNull(expiresAt));
            case "ending" -> new VmState.Ending(vmId, reason(), stateSince);
            case "ended" -> new VmState.Ended(vmId, reason(), stateSince);
            default -> throw new IllegalStateException("VM session " + id + " is in no state we know: " + state);
        };
    }

    private Control.Mode mode() {
        return Control.Mode.ofWire(controlMode).orElse(Control.AT_FIRST.mode());
    }

    private EndReason reason() {
        return EndReason.ofWire(Objects.requireNonNull(endReason));
    }
}

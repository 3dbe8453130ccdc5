package io.flotilla.session.sharing;

import io.flotilla.kit.audit.AuditEntries;
import io.flotilla.kit.audit.InMemoryAuditTrail;
import io.flotilla.kit.id.SequentialIds;
import io.flotilla.session.audit.Acts;
import io.flotilla.session.broker.InMemoryVmBroker;
import io.flotilla.session.config.SessionConfig;
import io.flotilla.session.idempotency.ClaimKey;
import io.flotilla.session.idempotency.IdempotencyRecords.Request;
import io.flotilla.session.idempotency.InMemoryIdempotencyRecords;
import io.flotilla.session.limit.Allowance;
import io.flotilla.session.limit.InMemorySessionLimits;
import io.flotilla.session.membership.InMemoryParticipantTokens;
import io.flotilla.session.membership.InMemoryRooms;
import io.flotilla.session.usersession.ActivePlatform;
import io.flotilla.session.vmsession.ChangeVmSession;
import io.flotilla.session.vmsession.InMemoryVmSessions;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Person;
import io.flotilla.session.vmsession.Refusal;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The whole of sharing over twins in memory, at a time that stands still until it is moved. */
public final class SharingFixtures {
    public static final Person ADA = new Person("ada", "Ada", "192.0.2.1");
    public static final Person BOB = new Person("bob", "Bob", "192.0.2.2");

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    public final InstantSource clock = () -> now;

    public final SessionConfig config = new SmallRyeConfigBuilder()
            .withMapping(SessionConfig.class)
            .addDefaultInterceptors()
            .addDiscoveredConverters()
            .build()
            .getConfigMapping(SessionConfig.class);
    public final InMemoryVmSessions sessions = new InMemoryVmSessions();
    public final InMemoryRooms rooms = new InMemoryRooms();
    public final InMemoryParticipantTokens tokens = new InMemoryParticipantTokens();
    public final InMemoryVmBroker broker = new InMemoryVmBroker(clock);
    public final InMemorySessionLimits limits =
            new InMemorySessionLimits(new Allowance(2, 2), Duration.ofMinutes(2), clock);
    public final Places places = new Places(limits, sessions, config);
    public final SequentialIds ids = new SequentialIds();
    public final InMemoryAuditTrail trail = new InMemoryAuditTrail();

    public final ShowRoom show = new ShowRoom(rooms, sessions);
    public final ShutDoor door = new ShutDoor(show, places);
    private final Stays stays = new Stays(ids, clock);
    public final ChangeVmSession changes = new ChangeVmSession(
            sessions, new AuditedVmActs(new Acts(new AuditEntries(ids, clock), trail, entry -> entry)));
    private final Admission admission = new Admission(show, tokens);
    public final EndVmSession ends = new EndVmSession(changes, show, places, broker, clock);
    public final JoinVmSession joins = new JoinVmSession(sessions, changes, places, admission, stays);
    public final LeaveVmSession leaves = new LeaveVmSession(sessions, changes, door, clock);
    public final ShareVmSession shares = new ShareVmSession(changes, clock);
    /** Nobody has chosen a platform unless a test says so. */
    public Optional<ActivePlatform.Platform> active = Optional.empty();

    public final CreateVmSession creation = new CreateVmSession(
            new StartingPlace(_ -> active, config),
            places,
            sessions,
            new StartVm(changes, broker, admission, ends, clock, config),
            stays,
            config);
    private final InMemoryIdempotencyRecords keys = new InMemoryIdempotencyRecords();
    public final CreateOnce once =
            new CreateOnce(new ClaimKey(keys, clock, this::pass, config), keys, creation, joins, ids, config);

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public Outcome<Entry> creates(Person owner) {
        return once.create(owner, wishes());
    }

    public Entry created(Person owner) {
        return value(creates(owner));
    }

    public Outcome<Entry> createsOnce(Person owner, String key) {
        return once.create(owner, wishes(), new Request(owner.userId(), key, "body"));
    }

    public static VmWishes wishes() {
        return new VmWishes("chromium", null, null, null, null, null, null, Optional.empty());
    }

    public static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(Refusal why) -> throw new AssertionError("refused: " + why);
        };
    }
}

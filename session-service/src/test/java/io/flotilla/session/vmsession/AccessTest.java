package io.flotilla.session.vmsession;

import static io.flotilla.session.vmsession.VmSessionFixtures.NOON;
import static io.flotilla.session.vmsession.VmSessionFixtures.ada;
import static io.flotilla.session.vmsession.VmSessionFixtures.bob;
import static io.flotilla.session.vmsession.VmSessionFixtures.endedOf;
import static io.flotilla.session.vmsession.VmSessionFixtures.liveOf;
import static io.flotilla.session.vmsession.VmSessionFixtures.openingOf;
import static io.flotilla.session.vmsession.VmSessionFixtures.stay;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what, as one table. */
class AccessTest {
    private static final Actor ADA = new Actor("ada", false);
    private static final Actor BOB = new Actor("bob", false);
    private static final Actor EVE = new Actor("eve", false);
    private static final Actor ADMIN = new Actor("root", true);

    @ParameterizedTest(name = "{0} to {1} a session that is {2}: {3}")
    @CsvSource({
        "owner, VIEW, unshared, yes",
        "owner, TOUCH, unshared, yes",
        "owner, SHARE, unshared, yes",
        "owner, JOIN, unshared, yes",
        "owner, LEAVE, unshared, yes",
        "owner, END, unshared, yes",
        "guest, VIEW, shared, yes",
        "guest, TOUCH, shared, yes",
        "guest, SHARE, shared, NotOwner",
        "guest, JOIN, shared, yes",
        "guest, JOIN, unshared, yes",
        "guest, LEAVE, unshared, yes",
        "guest, END, shared, NotOwner",
        "former, VIEW, unshared, yes",
        "former, TOUCH, shared, NotInside",
        "former, JOIN, unshared, NotShared",
        "former, JOIN, shared, yes",
        "former, LEAVE, shared, yes",
        "stranger, VIEW, unshared, NotShared",
        "stranger, VIEW, shared, yes",
        "stranger, TOUCH, shared, NotInside",
        "stranger, SHARE, shared, NotOwner",
        "stranger, JOIN, unshared, NotShared",
        "stranger, JOIN, shared, yes",
        "stranger, LEAVE, shared, NotInside",
        "stranger, END, shared, NotOwner",
        "admin, VIEW, unshared, yes",
        "admin, SHARE, unshared, NotOwner",
        "admin, JOIN, unshared, NotShared",
        "admin, END, unshared, yes",
        "owner, MANAGE, unshared, yes",
        "guest, MANAGE, shared, NotOwner",
        "stranger, MANAGE, shared, NotOwner",
        "admin, MANAGE, shared, NotOwner",
        "owner, MANAGE, ended, UnknownSession",
        "owner, MANAGE, opening, UnknownSession",
        "owner, ATTEND, unshared, yes",
        "guest, ATTEND, unshared, yes",
        "former, ATTEND, shared, NotInside",
        "absent, ATTEND, unshared, NotInside",
        "absent, TOUCH, unshared, yes",
        "stranger, ATTEND, shared, NotInside",
        "admin, ATTEND, shared, NotInside",
        "owner, ATTEND, ended, UnknownSession",
        "banned, VIEW, shared, Banned",
        "banned, VIEW, unshared, Banned",
        "banned, VIEW, ended, Banned",
        "banned, TOUCH, shared, NotInside",
        "banned, ATTEND, shared, NotInside",
        "banned, JOIN, shared, Banned",
        "banned, JOIN, unshared, Banned",
        "banned, JOIN, ended, UnknownSession",
        "banned, LEAVE, shared, yes",
        "pardoned, JOIN, shared, yes",
        "pardoned, JOIN, unshared, NotShared",
        "owner, VIEW, ended, yes",
        "owner, TOUCH, ended, UnknownSession",
        "owner, SHARE, ended, UnknownSession",
        "owner, JOIN, ended, UnknownSession",
        "owner, LEAVE, ended, yes",
        "owner, END, ended, yes",
        "stranger, VIEW, ended, UnknownSession",
        "stranger, JOIN, ended, UnknownSession",
        "owner, JOIN, opening, UnknownSession",
        "owner, END, opening, yes",
    })
    void decides(String who, Access act, String state, String expected) {
        var answer = act.check(Optional.of(session(who, state)), actor(who));

        assertThat(nameOf(answer)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Access.class)
    void refusesEverythingAboutASessionThatDoesNotExist(Access act) {
        assertThat(act.check(Optional.empty(), ADMIN)).isEqualTo(Outcome.refused(new Refusal.UnknownSession()));
    }

    private static Actor actor(String who) {
        return switch (who) {
            case "owner", "absent" -> ADA;
            case "guest", "former", "banned", "pardoned" -> BOB;
            case "admin" -> ADMIN;
            default -> EVE;
        };
    }

    private static VmSession session(String who, String state) {
        var session =
                switch (state) {
                    case "opening" -> openingOf(ada());
                    case "ended" -> endedOf(ada());
                    case "shared" -> liveOf(ada()).shared(NOON);
                    default -> liveOf(ada());
                };
        return switch (who) {
            case "guest" -> session.joined(stay(bob(), Role.CONTROLLER));
            case "former" -> session.joined(stay(bob(), Role.CONTROLLER)).departed("bob", Departure.Way.LEFT, NOON);
            case "absent" -> session.departed("ada", Departure.Way.LEFT, NOON);
            case "banned" -> session.joined(stay(bob(), Role.CONTROLLER)).banned("bob", NOON);
            case "pardoned" ->
                session.joined(stay(bob(), Role.CONTROLLER)).banned("bob", NOON).pardoned("bob");
            default -> session;
        };
    }

    private static String nameOf(Outcome<VmSession> answer) {
        return switch (answer) {
            case Outcome.Done<VmSession> _ -> "yes";
            case Outcome.Refused<VmSession>(Refusal why) -> why.getClass().getSimpleName();
        };
    }
}

package io.flotilla.session.vmsession;

import java.util.List;
import java.util.Optional;

/**
 * Who may do what with a session: for each act a list of rules, asked in order; the first that objects decides. An unknown session is
 * refused before anything else, so that nobody learns from the order which ids exist but are not theirs to change.
 */
public enum Access {
    VIEW,
    TOUCH,
    /** To take part in what those do who are inside now. */
    ATTEND,
    SHARE,
    /** To decide about people and control. */
    MANAGE,
    JOIN,
    LEAVE,
    END;

    /** One rule: empty when it has nothing against it. */
    @FunctionalInterface
    private interface Rule {
        Optional<Refusal> objection(VmSession session, Actor actor);
    }

    public Outcome<VmSession> check(Optional<VmSession> found, Actor actor) {
        if (found.isEmpty()) {
            return Outcome.refused(new Refusal.UnknownSession());
        }
        var session = found.get();
        return rules().stream()
                .flatMap(rule -> rule.objection(session, actor).stream())
                .findFirst()
                .map(Outcome::<VmSession>refused)
                .orElseGet(() -> Outcome.done(session));
    }

    private List<Rule> rules() {
        return switch (this) {
            case VIEW -> List.of(Access::welcome, Access::seenByThose);
            case TOUCH -> List.of(Access::running, Access::inside);
            case ATTEND -> List.of(Access::running, Access::insideNow);
            case SHARE, MANAGE -> List.of(Access::running, Access::owned);
            case JOIN -> List.of(Access::running, Access::welcome, Access::sharedOrTheirs);
            case LEAVE -> List.of(Access::insideOnce);
            case END -> List.of(Access::ownedOrAdmin);
        };
    }

    private static Optional<Refusal> running(VmSession session, Actor actor) {
        return refuseUnless(session.state() instanceof VmState.Live, new Refusal.UnknownSession());
    }

    private static Optional<Refusal> owned(VmSession session, Actor actor) {
        return refuseUnless(session.isOwnedBy(actor.userId()), new Refusal.NotOwner());
    }

    private static Optional<Refusal> ownedOrAdmin(VmSession session, Actor actor) {
        return refuseUnless(session.isOwnedBy(actor.userId()) || actor.admin(), new Refusal.NotOwner());
    }

    private static Optional<Refusal> inside(VmSession session, Actor actor) {
        var theirs = session.isOwnedBy(actor.userId())
                || session.inside(actor.userId()).isPresent();
        return refuseUnless(theirs, new Refusal.NotInside());
    }

    private static Optional<Refusal> insideNow(VmSession session, Actor actor) {
        return refuseUnless(session.inside(actor.userId()).isPresent(), new Refusal.NotInside());
    }

    private static Optional<Refusal> welcome(VmSession session, Actor actor) {
        return refuseUnless(!session.isBanned(actor.userId()) || actor.admin(), new Refusal.Banned());
    }

    /** Leaving is repeatable: who was inside once may say it again, a stranger may not. */
    private static Optional<Refusal> insideOnce(VmSession session, Actor actor) {
        return refuseUnless(session.knows(actor.userId()), new Refusal.NotInside());
    }

    private static Optional<Refusal> sharedOrTheirs(VmSession session, Actor actor) {
        return session.isShared() ? Optional.empty() : inside(session, actor).map(_ -> new Refusal.NotShared());
    }

    /** Everybody who was ever inside; strangers only while it runs and is shared. */
    private static Optional<Refusal> seenByThose(VmSession session, Actor actor) {
        if (actor.admin() || session.knows(actor.userId())) {
            return Optional.empty();
        }
        return session.state().isOver()
                ? Optional.of(new Refusal.UnknownSession())
                : refuseUnless(session.isShared(), new Refusal.NotShared());
    }

    private static Optional<Refusal> refuseUnless(boolean granted, Refusal refusal) {
        return granted ? Optional.empty() : Optional.of(refusal);
    }
}

package io.flotilla.auth.guess;

import io.flotilla.auth.config.AuthConfig;
import io.flotilla.auth.limit.Allowance;
import io.flotilla.auth.limit.Attempts;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes guessing slow. A name and an address have ten failures in a quarter of an hour, so one attacker learns little; a name has a
 * hundred an hour from everywhere, so that many addresses learn little too. Neither hurts the owner: a browser that has signed in to the
 * account before counts by itself, and an address that did so lately is no part of everywhere. Whether the name is anybody's changes
 * nothing, so the limits tell nobody which names there are. Safe for many threads; blocks, and throws
 * {@link io.flotilla.kit.problem.Unavailable} when nobody can count: then nobody may guess.
 */
@Singleton
public final class LockOut {
    private static final String NOBODY = "-";

    private final Attempts attempts;
    private final KnownPlaces places;
    private final Allowance perDevice;
    private final Allowance perPlace;
    private final Allowance perName;

    @Inject
    public LockOut(Attempts attempts, KnownPlaces places, AuthConfig config) {
        this(
                attempts,
                places,
                new Allowance(
                        "password-place",
                        config.guesses().perPlace(),
                        config.guesses().perPlaceWithin()),
                new Allowance(
                        "password-name",
                        config.guesses().perName(),
                        config.guesses().perNameWithin()));
    }

    LockOut(Attempts attempts, KnownPlaces places, Allowance perPlace, Allowance perName) {
        this.attempts = attempts;
        this.places = places;
        this.perDevice = new Allowance("password-device", perPlace.max(), perPlace.within());
        this.perPlace = perPlace;
        this.perName = perName;
    }

    /** Whether a guess may be made. */
    public sealed interface Turn {
        /** It may, and counts as a failure until it is {@link #giveBack given back}. */
        record Granted(Guess guess, List<Spent> spent) implements Turn {}

        /** Not yet. */
        record Waits(Duration left) implements Turn {}
    }

    /** One failure of that allowance. */
    public record Spent(Allowance allowance, String key) {}

    /** Asks for a turn. */
    public Turn begin(Guess guess) {
        var spent = new ArrayList<Spent>();
        for (var next : due(guess)) {
            var wait = attempts.take(next.allowance(), next.key());
            if (wait.isPresent()) {
                spent.forEach(this::giveBack);
                return new Turn.Waits(wait.get());
            }
            spent.add(next);
        }
        return new Turn.Granted(guess, List.copyOf(spent));
    }

    /** It was no failure: right, or never looked at. */
    public void giveBack(Turn.Granted turn) {
        turn.spent().forEach(this::giveBack);
    }

    /** It was right: the owner signs in from there. */
    public void right(Turn.Granted turn, String accountId) {
        giveBack(turn);
        places.remember(accountId, Place.of(turn.guess().address()));
    }

    private List<Spent> due(Guess guess) {
        if (guess.device() != null) {
            return List.of(new Spent(perDevice, guess.name() + "\n" + guess.device()));
        }
        var place = Place.of(guess.address());
        var here = new Spent(perPlace, guess.name() + "\n" + place);
        var owner = guess.accountId() == null ? NOBODY : guess.accountId();
        return places.knows(owner, place) ? List.of(here) : List.of(here, new Spent(perName, guess.name()));
    }

    private void giveBack(Spent spent) {
        attempts.giveBack(spent.allowance(), spent.key());
    }
}

package io.flotilla.vmbroker.life;

import io.flotilla.kit.id.IdSource;
import io.flotilla.vmbroker.browser.BrowserFailed;
import io.flotilla.vmbroker.config.BrokerConfig;
import io.flotilla.vmbroker.pool.Seats;
import io.flotilla.vmbroker.pool.StartedBrowser;
import io.flotilla.vmbroker.pool.WarmPool;
import io.flotilla.vmbroker.vm.Vm;
import io.flotilla.vmbroker.vm.VmRecords;
import io.flotilla.vmbroker.vm.VmSpec;
import io.flotilla.vmbroker.vm.VmState;
import io.flotilla.vmbroker.vm.VmTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Gives an owner a VM: a seat, a record, a browser from the pool or a cold one, in this order, so that a crash at any line leaves either
 * nothing or a record that says what to clean up. Blocks; throws what the record throws, having given everything back.
 */
@ApplicationScoped
public class CreateVm {
    private final Seats seats;
    private final WarmPool pool;
    private final VmRecords records;
    private final MovingIn movingIn;
    private final TaggedVms tagged;
    private final Births births;
    private final Turns turns = new Turns();

    public CreateVm(Seats seats, WarmPool pool, VmRecords records, MovingIn movingIn, TaggedVms tagged, Births births) {
        this.seats = seats;
        this.pool = pool;
        this.records = records;
        this.movingIn = movingIn;
        this.tagged = tagged;
        this.births = births;
    }

    /** What a new VM's record starts from. */
    @ApplicationScoped
    public static class Births {
        private final IdSource ids;
        private final InstantSource clock;
        private final String node;
        private final Seal seal;

        public Births(IdSource ids, InstantSource clock, BrokerConfig config, Seal seal) {
            this.ids = ids;
            this.clock = clock;
            this.node = config.node();
            this.seal = seal;
        }

        String id() {
            return ids.uuid().toString();
        }

        Vm of(String id, String owner, VmSpec spec, VmTokens tokens) {
            return new Vm(
                    id,
                    owner,
                    spec.tag(),
                    spec.tenantId(),
                    node,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    new VmState.Starting(),
                    seal.seal().seal(id, tokens));
        }
    }

    public CreateResult create(String owner, VmSpec spec) {
        var existing = existing(owner, spec);
        if (existing.isPresent()) {
            return existing.get();
        }
        return switch (claim(owner, spec)) {
            case Claim.Mine mine -> bringUp(mine.vm(), spec, mine.tokens(), mine.waiting());
            case Claim.Full _ -> new CreateResult.Full(seats.capacity());
            // Somebody else's create with this tag was faster.
            case Claim.Another _ -> existing(owner, spec).orElseGet(() -> new CreateResult.NotNow("Try again"));
        };
    }

    private sealed interface Claim {
        record Mine(Vm vm, VmTokens tokens, Optional<StartedBrowser> waiting) implements Claim {}

        record Full() implements Claim {}

        record Another() implements Claim {}
    }

    /** One at a time for a tag: creates that will share one VM must not take the last seats from each other. */
    private Claim claim(String owner, VmSpec spec) {
        var tag = spec.tag();
        if (tag == null) {
            return claimNow(owner, spec);
        }
        return turns.inTurn(
                owner + '\n' + tag,
                () -> records.findLive(owner, tag).isPresent() ? new Claim.Another() : claimNow(owner, spec));
    }

    private Claim claimNow(String owner, VmSpec spec) {
        if (!seats.tryTake()) {
            return new Claim.Full();
        }
        var waiting = pool.take(spec.claim().size());
        var kept = false;
        try {
            var id = waiting.map(StartedBrowser::id).orElseGet(births::id);
            var tokens = VmTokens.random();
            var vm = births.of(id, owner, spec, tokens);
            kept = records.insert(vm);
            return kept ? new Claim.Mine(vm, tokens, waiting) : new Claim.Another();
        } finally {
            if (!kept) {
                waiting.ifPresent(pool::putBack);
                seats.release();
            }
        }
    }

    private Optional<CreateResult> existing(String owner, VmSpec spec) {
        return spec.tag() == null ? Optional.empty() : tagged.running(owner, spec.tag());
    }

    /** From here on the seat and the waiting browser are this VM's. */
    private CreateResult bringUp(Vm vm, VmSpec spec, VmTokens tokens, Optional<StartedBrowser> waiting) {
        StartedBrowser browser;
        try {
            browser =
                    waiting.orElseGet(() -> pool.startCold(vm.id(), spec.claim().size()));
        } catch (BrowserFailed _) {
            movingIn.stayOut(vm.id());
            return new CreateResult.NotNow("The browser could not be started");
        } catch (RuntimeException | Error e) {
            movingIn.stayOut(vm.id());
            throw e;
        }
        return movingIn.moveIn(vm, spec, browser)
                ? new CreateResult.Running(vm.in(new VmState.Running()), tokens)
                : new CreateResult.NotNow("The VM was ended while it started");
    }
}

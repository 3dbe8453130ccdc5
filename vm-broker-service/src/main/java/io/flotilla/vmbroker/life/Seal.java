package io.flotilla.vmbroker.life;

import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.secret.Secret;
import io.flotilla.vmbroker.vm.TokenSeal;
import jakarta.enterprise.context.ApplicationScoped;

/** The seal of this installation: brokers with one service secret open each other's; without any, it lasts as long as this process. */
@ApplicationScoped
public class Seal {
    private final TokenSeal seal;

    public Seal(KitConfig config) {
        this.seal = new TokenSeal(config.serviceSecret().map(Secret::of).orElseGet(Secret::random));
    }

    public TokenSeal seal() {
        return seal;
    }
}

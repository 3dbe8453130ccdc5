package io.flotilla.auth.login;

import io.flotilla.auth.key.DerivedSecrets;
import io.flotilla.auth.signin.Visit;
import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * What a browser keeps of an earlier sign-in: {@code id.mac}, the id random and the mac over it and the account. It opens nothing; it only
 * says that this browser is no stranger to that account, so that strangers' failures do not count against it.
 */
@Singleton
public final class DeviceCookie {
    private static final int ID_LENGTH = 22;
    private static final int MAC_LENGTH = 64;
    private static final long YEAR_SECONDS = 31_536_000;

    private final Secret key;
    private final boolean plainHttp;

    @Inject
    DeviceCookie(DerivedSecrets secrets, KitConfig config) {
        this(secrets.of("device cookie"), config.plainHttp());
    }

    DeviceCookie(Secret key, boolean plainHttp) {
        this.key = key;
        this.plainHttp = plainHttp;
    }

    /** What the present browser keeps; null where it keeps nothing. */
    @Nullable
    Secret of(Visit visit) {
        return visit.cookie(name());
    }

    /** The browser's id, if it keeps one of a sign-in to that account. */
    @Nullable
    String idFor(@Nullable String accountId, @Nullable Secret kept) {
        if (accountId == null || kept == null || kept.reveal().length() != ID_LENGTH + 1 + MAC_LENGTH) {
            return null;
        }
        var id = kept.reveal().substring(0, ID_LENGTH);
        return Secret.of(kept.reveal().substring(ID_LENGTH)).equals(Secret.of("." + mac(id, accountId))) ? id : null;
    }

    /** The {@code Set-Cookie} for a browser that has signed in to that account; it stays the device it was. */
    String set(String accountId, @Nullable Secret kept) {
        var known = idFor(accountId, kept);
        var id = known == null ? Secret.random().reveal().substring(0, ID_LENGTH) : known;
        return name() + "=" + id + "." + mac(id, accountId) + "; Path=/; Max-Age=" + YEAR_SECONDS
                + "; HttpOnly; SameSite=Strict" + (plainHttp ? "" : "; Secure");
    }

    private String mac(String id, String accountId) {
        return DerivedSecrets.mac(key, id + "\n" + accountId).reveal();
    }

    private String name() {
        return plainHttp ? "flotilla-device" : "__Host-flotilla-device";
    }
}

package io.flotilla.session.platformuse;

import io.flotilla.kit.id.IdSource;
import io.flotilla.session.audit.Acts;
import io.flotilla.session.platform.PlatformConnection;
import io.flotilla.session.platform.PlatformSecrets;
import io.flotilla.session.platform.PlatformTest;
import io.flotilla.session.platform.Platforms;
import io.flotilla.session.platform.Platforms.Decided;
import io.flotilla.session.platform.UserPlatforms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes a user's connections; a change and its audit entry are stored together. */
@ApplicationScoped
@Transactional
public class EditPlatforms {
    private final Platforms platforms;
    private final PlatformSecrets secrets;
    private final Acts acts;
    private final IdSource ids;
    private final InstantSource clock;

    public EditPlatforms(Platforms platforms, PlatformSecrets secrets, Acts acts, IdSource ids, InstantSource clock) {
        this.platforms = platforms;
        this.secrets = secrets;
        this.acts = acts;
        this.ids = ids;
        this.clock = clock;
    }

    Edit create(String userId, PlatformWish wish) {
        var id = ids.uuid().toString();
        var sealed = sealed(userId, id, wish);
        if (sealed == null && wish.bringsSecret()) {
            return new Edit.NoKey();
        }
        var now = now();
        var fresh = new PlatformConnection(
                id, wish.name(), wish.type(), wish.instanceUrl(), wish.username(), sealed, now, now, null);
        return recorded("platform-created", decide(userId, theirs -> PlatformRules.againstNew(theirs, wish)
                .orElseGet(() -> Edit.Done.of(id, defaulting(theirs.with(fresh), id, wish)))));
    }

    Edit update(String userId, String id, PlatformWish wish) {
        var sealed = sealed(userId, id, wish);
        if (sealed == null && wish.bringsSecret()) {
            return new Edit.NoKey();
        }
        return recorded("platform-changed", decide(userId, id, (theirs, before) -> PlatformRules.againstChange(
                        theirs, before, wish)
                .orElseGet(() -> Edit.Done.of(id, defaulting(theirs.with(changed(before, wish, sealed)), id, wish)))));
    }

    Edit remove(String userId, String id) {
        return recorded(
                "platform-removed", decide(userId, id, (theirs, before) -> new Edit.Done(before, theirs.without(id))));
    }

    Edit makeDefault(String userId, String id) {
        return recorded(
                "platform-changed", decide(userId, id, (theirs, _) -> Edit.Done.of(id, theirs.withDefault(id))));
    }

    /** Choosing what is active already is no switch, and not recorded as one. */
    Edit choose(String userId, String id) {
        var before = platforms.of(userId).active();
        var edit = decide(userId, id, (theirs, _) -> Edit.Done.of(id, theirs.choosing(id)));
        var same = before.filter(one -> one.id().equals(id)).isPresent();
        return same ? edit : recorded("platform-switched", edit);
    }

    /** Not recorded: it changes nothing that counts. */
    void tested(String userId, String id, PlatformTest test) {
        decide(userId, id, (theirs, before) -> Edit.Done.of(id, theirs.with(before.tested(test))));
    }

    private Edit decide(String userId, Function<UserPlatforms, Edit> decision) {
        return platforms.decide(userId, theirs -> {
            var edit = decision.apply(theirs);
            return new Decided<>(edit instanceof Edit.Done done ? done.all() : theirs, edit);
        });
    }

    private Edit decide(String userId, String id, BiFunction<UserPlatforms, PlatformConnection, Edit> decision) {
        return decide(userId, theirs -> theirs.find(id)
                .map(found -> decision.apply(theirs, found))
                .orElseGet(Edit.Unknown::new));
    }

    private Edit recorded(String type, Edit edit) {
        if (edit instanceof Edit.Done done) {
            var about = done.connection();
            acts.record(acts.of(type).with("platform", about.id()).with("name", about.name()));
        }
        return edit;
    }

    private @Nullable String sealed(String userId, String id, PlatformWish wish) {
        return wish.bringsSecret()
                ? secrets.seal(userId, id, Objects.requireNonNull(wish.secret()))
                        .orElse(null)
                : null;
    }

    private PlatformConnection changed(PlatformConnection before, PlatformWish wish, @Nullable String sealed) {
        return new PlatformConnection(
                before.id(),
                wish.name(),
                wish.type(),
                wish.instanceUrl(),
                wish.username(),
                wish.secret() == null ? before.sealedSecret() : sealed,
                before.createdAt(),
                now(),
                null);
    }

    /** As fine as the record keeps it, so that an answer does not differ from the next one. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static UserPlatforms defaulting(UserPlatforms theirs, String id, PlatformWish wish) {
        return Boolean.TRUE.equals(wish.makeDefault()) ? theirs.withDefault(id) : theirs;
    }
}

package io.flotilla.session.platform;

import static io.flotilla.session.platform.PlatformFixtures.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.kit.secret.Secret;
import io.flotilla.session.config.SessionConfig;
import io.flotilla.session.usersession.CarriedOver.Handover;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CarriedPlatformsTest {
    private static final Handover HANDOVER = new Handover("visitor", "s1", "account", "s2");

    private final InMemoryPlatforms platforms = new InMemoryPlatforms();
    private final PlatformSecrets secrets = new PlatformSecrets(config(Secret.random()));
    private final CarriedPlatforms carried = new CarriedPlatforms(platforms, secrets);

    @Test
    void areSealedAnewForTheAccount() {
        var bare = connection("mine", 1);
        var sealed = bare.withSecret(
                secrets.seal("visitor", bare.id(), Secret.of("sk_key")).orElseThrow());
        platforms.change("visitor", theirs -> theirs.with(sealed));

        carried.carryOver(HANDOVER);

        var now = platforms.of("account").all().getFirst();
        assertThat(secrets.open("account", now)).contains(Secret.of("sk_key"));
        assertThat(secrets.open("visitor", now)).isEmpty();
        assertThat(platforms.of("visitor")).isEqualTo(UserPlatforms.NONE);
    }

    @Test
    void comeWithoutASecretThatCannotBeOpened() {
        platforms.change("visitor", theirs -> theirs.with(connection("mine", 1).withSecret("v1.old.xyz")));

        carried.carryOver(HANDOVER);

        assertThat(platforms.of("account").all().getFirst().hasSecret()).isFalse();
    }

    @Test
    void goWithAVisitorWhoIsGone() {
        platforms.change("visitor", theirs -> theirs.with(connection("mine", 1)));

        carried.gone("visitor");

        assertThat(platforms.of("visitor")).isEqualTo(UserPlatforms.NONE);
    }

    private static SessionConfig config(Secret key) {
        return new SmallRyeConfigBuilder()
                .withMapping(SessionConfig.class)
                .withSources(
                        new PropertiesConfigSource(Map.of("flotilla.session.secret-key", key.reveal()), "test", 500))
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(SessionConfig.class);
    }
}

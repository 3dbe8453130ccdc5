package io.flotilla.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.systemtests.api.ApiVisitor;
import io.flotilla.systemtests.product.Service;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store that hangs is worse than one that is dead: nobody waits for ever, nobody is let in by mistake, and all is well afterwards. */
@Order(8)
final class OutageScenario extends Scenario {
    private static final String PASSWORD = "three small boats at sea";

    @ParameterizedTest
    @EnumSource(
            value = Service.class,
            names = {"REDIS", "POSTGRES"})
    void aHangingStoreIsSaidAndNothingFailsOpen(Service store) {
        var name = "ada" + unique();
        var ada = program();
        ada.register(name, PASSWORD);
        var stranger = new ApiVisitor(flotilla().url());
        stranger.remember("__Host-flotilla", "A".repeat(43));

        flotilla().freeze(store);
        try {
            var refused = veryPatiently()
                    .until(() -> ada.post("/api/session/extend", "{}"), answer -> answer.status() != 200);
            assertThat(refused.status()).as(refused.toString()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isPresent();
            assertThat(refused.body()).doesNotContainIgnoringCase("exception", "sql", "127.0.0.1");
            for (var path : List.of("/api/auth/token", "/api/platforms", "/api/auth/logout-all")) {
                var answer = stranger.call("POST", path, "{}", Map.of("X-CSRF-Token", "A".repeat(43)));
                assertThat(answer.status()).as(path + " " + answer).isIn(401, 403, 503);
            }
            var signIn = wrongSignIn(name);
            assertThat(signIn).isIn(0, 401, 403, 503);
        } finally {
            flotilla().thaw(store);
        }

        veryPatiently()
                .ignoreExceptions()
                .until(() -> ada.get("/api/session_state").status() == 200);
        veryPatiently()
                .ignoreExceptions()
                .until(() -> program().signIn(name, PASSWORD).status() == 200);
    }

    /** The status of a sign-in with a wrong password meanwhile; 0 for no answer in time. */
    private int wrongSignIn(String name) {
        try {
            return new ApiVisitor(flotilla().url()).signIn(name, "wrong").status();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }
}

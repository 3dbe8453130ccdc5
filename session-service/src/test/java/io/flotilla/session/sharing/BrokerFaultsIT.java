package io.flotilla.session.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.BrokerScript;
import io.flotilla.session.RunningService;
import io.flotilla.session.Visitor;
import io.flotilla.session.reconcile.Reconciler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class BrokerFaultsIT {
    @Inject
    Reconciler reconciler;

    private final Visitor ada = Visitor.arrive();

    @AfterEach
    void theBrokerWorksAgain() {
        BrokerScript.behave("well");
    }

    @ParameterizedTest(name = "a broker that is {0} is told as {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "full | 503 | All browsers of this installation are in use",
                "failing | 502 | The browser service failed",
                "unconfigured | 502 | HYPERBEAM_API_KEY not configured",
                "malformed | 502 | The browser service gave an answer that makes no sense",
                "nonsense | 502 | The browser service gave an answer that makes no sense",
                "slow | 503 | The browser service cannot be reached",
                "away | 503 | The browser service cannot be reached",
            })
    void tellsPeopleInWordsWhatFailed(String mode, int status, String details) {
        BrokerScript.behave(mode);

        var reply = ada.post("/api/vm", new JsonObject());

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body().getString("details")).isEqualTo(details);
        assertThat(reply.body().getString("error")).isNotBlank();
        assertThat(reply.text()).doesNotContain("secret inner thing", "10.0.0.1");
        assertThat(reply.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
        assertThat(ada.get("/api/vm").body().getJsonArray("sessions")).isEmpty();
    }

    @Test
    void passesOnWhatThePlatformDoesNotLikeAboutTheWishes() {
        BrokerScript.behave("picky");

        var reply = ada.post("/api/vm", new JsonObject());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().getString("error")).isEqualTo("start_url: no such scheme");
    }

    @Test
    void endsASessionWhoseBrokerIsAwayAndItsVmLater() {
        var created = ada.creates();
        BrokerScript.behave("away");

        var reply = ada.ends(created.getString("id"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(ada.joins(created.getString("id")).status()).isEqualTo(404);
        BrokerScript.behave("well");
        assertThat(BrokerScript.vms()).contains(created.getString("vmId"));

        reconciler.reconcile();

        assertThat(BrokerScript.vms()).doesNotContain(created.getString("vmId"));
    }

    @Test
    void freesThePlaceOfASessionWhoseBrokerIsAway() {
        var first = ada.creates().getString("id");
        ada.creates();
        BrokerScript.behave("away");
        ada.ends(first);
        BrokerScript.behave("well");

        assertThat(ada.post("/api/vm", new JsonObject()).status()).isEqualTo(200);
    }
}

package io.flotilla.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.systemtests.api.MediaViewer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A url opens the picture for its participant only, and only as long as he is one. */
@Order(4)
final class DoorScenario extends Scenario {
    @Test
    void whoLeavesIsOutWithinASecondAndStaysOut() {
        var ada = program();
        var id = ada.create().text("id");
        ada.share(id);
        var bob = program();
        var url = bob.join(id).text("url");
        try (var viewer = opened(url)) {
            assertThat(viewer.newest("welcome").orElseThrow().get("role").getAsString())
                    .isEqualTo("controller");

            bob.leave(id);

            isClosedAtOnce(viewer, 4501);
        }
        isRefused(url);
    }

    @Test
    void theEndClosesEveryDoorAndSaysSo() {
        var ada = program();
        var created = ada.create();
        var id = created.text("id");
        ada.share(id);
        var bobsUrl = program().join(id).text("url");
        try (var adas = opened(created.text("url"));
                var bobs = opened(bobsUrl)) {
            ada.end(id);

            isClosedAtOnce(adas, 4504);
            isClosedAtOnce(bobs, 4504);
        }
        isRefused(created.text("url"));
        isRefused(bobsUrl);
    }

    @Test
    void aForgedTokenAndAForeignPageOpenNothing() {
        var url = program().create().text("url");

        isRefused(url.replaceFirst("token=.*", "token=nonsense"));
        isRefused(url.substring(0, url.length() - 3) + (url.endsWith("AAA") ? "BBB" : "AAA"));
        var foreign = MediaViewer.open(sockets(), url, "https://evil.example");
        assertThat(foreign).isInstanceOf(MediaViewer.Opening.Refused.class);
    }

    @Test
    void everyonesActsHaveAnAuthor() {
        var visit = pages().visit();
        var ada = program();
        var created = ada.create(visit.url("typing.html"));
        ada.share(created.text("id"));
        var joined = program().join(created.text("id"));
        try (var adas = opened(created.text("url"));
                var bobs = opened(joined.text("url"))) {
            patiently().until(() -> adas.pictures() > 0 && visit.report("ready").isPresent());
            bobs.send("{\"type\":\"pointer\",\"action\":\"down\",\"x\":0.5,\"y\":0.35,\"button\":0}");
            bobs.send("{\"type\":\"pointer\",\"action\":\"up\",\"x\":0.5,\"y\":0.35,\"button\":0}");

            patiently().until(() -> adas.newest("driver")
                    .map(driver -> driver.get("by").getAsString())
                    .equals(Optional.of(joined.text("participantId"))));
            patiently().untilAsserted(() -> assertThat(
                            adas.newest("presence").orElseThrow().getAsJsonArray("people"))
                    .hasSize(2));
            bobs.send("{\"type\":\"text\",\"text\":\"grüße\"}");
            patiently().until(() -> visit.report("typed").equals(Optional.of("grüße")));
        }
    }

    /** The promise is a second, which the bench measures; a busy machine gets air here. */
    private static void isClosedAtOnce(MediaViewer viewer, int code) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(viewer.closeCode()).contains(code));
    }

    private static MediaViewer opened(String url) {
        var viewer = MediaViewer.open(sockets(), url).viewer();
        patiently().until(() -> viewer.newest("welcome").isPresent());
        return viewer;
    }

    /** Refused at once, or let in no further than a close frame that says don't come back. */
    private static void isRefused(String url) {
        if (MediaViewer.open(sockets(), url) instanceof MediaViewer.Opening.Opened opened) {
            patiently().untilAsserted(() -> assertThat(opened.viewer().closeCode())
                    .hasValueSatisfying(code -> assertThat(code).isBetween(4500, 4999)));
            assertThat(opened.viewer().pictures()).isZero();
        }
    }
}

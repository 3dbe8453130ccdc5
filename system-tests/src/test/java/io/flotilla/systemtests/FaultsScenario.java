package io.flotilla.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.systemtests.api.ApiVisitor;
import io.flotilla.systemtests.product.Processes;
import io.flotilla.systemtests.product.Service;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Any process may die at any time. */
@Order(7)
final class FaultsScenario extends Scenario {
    @Test
    void aKilledGatewayIsBackAndThePictureGoesOn() {
        var ada = program();
        var created = ada.create(pages().visit().url("moving.html"));
        ada.share(created.text("id"));
        var pictures = List.of(
                visitor().player(created.text("url")),
                visitor().player(program().join(created.text("id")).text("url")));
        for (var picture : pictures) {
            patiently().until(() -> picture.barcode().isPresent());
        }

        flotilla().kill(Service.GATEWAY);

        for (var picture : pictures) {
            patiently().until(() -> picture.state().equals("reconnecting"));
            assertThat(picture.barcode()).as("the last picture stays").isPresent();
        }
        for (var picture : pictures) {
            veryPatiently().until(() -> picture.state().equals("playing"));
            var seen = picture.barcode().orElseThrow().counter();
            patiently().until(() -> picture.barcode()
                    .filter(now -> now.counter() != seen && now.age() < 2000)
                    .isPresent());
        }
        assertThat(ada.see(created.text("id")).text("state")).isEqualTo("live");
    }

    @Test
    void aKilledBrokerLosesItsBrowsersAndSaysSo() {
        var ada = program();
        var created = ada.create(pages().visit().url("moving.html"));
        var second = ada.create().text("id");
        var picture = visitor().player(created.text("url"));
        patiently().until(() -> picture.barcode().isPresent());
        var processes = Processes.naming(flotilla().vmDirectories());
        assertThat(processes).isNotEmpty();

        flotilla().kill(Service.BROKER);

        veryPatiently().until(() -> picture.state().equals("failed"));
        veryPatiently().ignoreExceptions().untilAsserted(() -> {
            var seen = ada.see(created.text("id"));
            assertThat(seen.text("state")).isEqualTo("ended");
            assertThat(seen.text("endReason")).isEqualTo("broker-lost");
            assertThat(ada.see(second).text("endReason")).isEqualTo("broker-lost");
        });
        veryPatiently().until(() -> Processes.naming(flotilla().vmDirectories()).stream()
                .noneMatch(processes::contains));
        veryPatiently().ignoreExceptions().until(() -> ada.create().status() == 200);
        assertThat(ada.create().status()).as("both places are free again").isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = Service.class,
            names = {"AUTH", "SESSION", "REDIS", "POSTGRES"})
    void whatIsAwayIsSaidInJsonAndComesBackByItself(Service service) {
        var ada = program();
        var id = ada.create(pages().visit().url("moving.html")).text("id");
        var picture = visitor().player(ada.join(id).text("url"));
        patiently().until(() -> picture.barcode().isPresent());
        var seen = picture.barcode().orElseThrow().counter();

        flotilla().kill(service);

        // Whatever is asked meanwhile is answered truly or with 503, never with a stack trace, never let in by mistake.
        veryPatiently().untilAsserted(() -> {
            var answer = asked(ada, id);
            assertThat(answer).as("after " + service).isEqualTo(200);
        });
        untilWellFor(ada);
        patiently().until(() -> picture.barcode()
                .filter(now -> now.counter() != seen && now.age() < 2000)
                .isPresent());
    }

    /** The status of an honest answer; anything but 200 and 503 JSON fails the test at once. */
    private static int asked(ApiVisitor visitor, String id) {
        try {
            var answer = visitor.see(id);
            if (answer.status() != 200) {
                if (answer.status() != 503) {
                    throw new IllegalStateException("neither true nor 503: " + answer);
                }
                answer.text("error");
                assertThat(answer.header("Retry-After")).isPresent();
            }
            return answer.status();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    private static void untilWellFor(ApiVisitor visitor) {
        veryPatiently().ignoreExceptions().until(() -> {
            var created = visitor.create();
            return created.status() == 200 && visitor.end(created.text("id")).status() == 200;
        });
    }
}

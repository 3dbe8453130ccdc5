package io.flotilla.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.systemtests.visitor.Visitor;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The pages fit into a hand. */
@Order(9)
final class PhoneScenario extends Scenario {
    @Test
    void lobbyAndRoomWorkOnAPhone() {
        var ada = visitorWithPhone();
        var lobby = ada.lobby();
        nothingSticksOut(ada);

        var room = lobby.open(pages().visit().url("moving.html"));

        patiently().until(() -> room.picture().barcode().isPresent());
        nothingSticksOut(ada);
        var canvas = ada.page().locator("canvas").first().boundingBox();
        assertThat(canvas.width).isBetween(300.0, 390.0);
        room.end();
        patiently().untilAsserted(() -> assertThat(ada.page().locator("body").innerText())
                .containsIgnoringCase("open a browser"));
        assertThat(ada.complaints()).isEmpty();
    }

    private static void nothingSticksOut(Visitor visitor) {
        var wider = visitor.page().evaluate("() => document.documentElement.scrollWidth - innerWidth");
        assertThat(((Number) wider).intValue()).isLessThanOrEqualTo(0);
    }
}

package io.flotilla.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.systemtests.visitor.Beside;
import io.flotilla.systemtests.visitor.Colour;
import io.flotilla.systemtests.visitor.Picture;
import io.flotilla.systemtests.visitor.Visitor;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Two people in one room, as they see each other on their pages. */
@Order(10)
final class TogetherScenario extends Scenario {
    /** Somebody in the room: the browser, the picture and what stands beside it. */
    private record Aboard(Visitor visitor, Picture picture, Beside beside) {}

    @Test
    void whatOneSaysTheOtherReadsAsItWasWritten() {
        var ada = owner(pages().visit().url("moving.html"));
        var bob = guestOf(ada);
        ada.beside().open("Chat").say("Look: <b>https://example.org/tide</b>");

        bob.beside().open("Chat");
        patiently().untilAsserted(() -> assertThat(bob.beside().said())
                .containsExactly("Look: <b>https://example.org/tide</b>"));
        bob.beside().say("Seen");

        patiently().untilAsserted(() -> assertThat(ada.beside().said()).hasSize(2));
        assertThat(bob.visitor().page().locator(".said a").getAttribute("href")).isEqualTo("https://example.org/tide");
        assertThat(ada.visitor().complaints()).isEmpty();
        assertThat(bob.visitor().complaints()).isEmpty();
    }

    @Test
    void byTurnsOnlyWhoHoldsTheWheelMovesThePage() {
        var visit = pages().visit();
        var ada = owner(visit.url("clicking.html"));
        var bob = guestOf(ada);
        patiently()
                .until(() -> ada.picture().shows(Colour.BLUE) && bob.picture().shows(Colour.BLUE));
        ada.beside().open("People").rule("queued");
        patiently().untilAsserted(() -> assertThat(
                        bob.visitor().page().locator("body").innerText())
                .contains("Nobody drives"));
        bob.beside().press("^ask to drive$");
        patiently().untilAsserted(() -> assertThat(
                        bob.visitor().page().locator("body").innerText())
                .contains("You drive"));

        ada.picture().click(0.5, 0.6);
        bob.picture().click(0.5, 0.6);

        patiently()
                .until(() -> ada.picture().shows(Colour.YELLOW) && bob.picture().shows(Colour.YELLOW));
        assertThat(visit.report("clicks")).contains("1");
    }

    @Test
    void oneSeesWhereTheOtherPoints() {
        var ada = owner(pages().visit().url("moving.html"));
        var bob = guestOf(ada);
        patiently().until(() -> bob.picture().barcode().isPresent());

        patiently().untilAsserted(() -> {
            bob.beside().point(0.3, 0.4);
            bob.beside().point(0.5, 0.5);
            assertThat(ada.beside().cursors()).hasSize(1);
        });
    }

    @Test
    void aClockStartedTogetherRunsOnBothPages() {
        var ada = owner(pages().visit().url("moving.html"));
        var bob = guestOf(ada);
        ada.beside().open("Timer").studyTogether("Algebra");

        bob.beside().open("Timer");

        patiently().untilAsserted(() -> assertThat(bob.beside().text()).contains("Algebra", "24:5"));
        patiently().untilAsserted(() -> assertThat(ada.beside().text()).contains("Focus, round 1", "24:5"));
    }

    @Test
    void whoeverIsSentOutIsOut() {
        var ada = owner(pages().visit().url("moving.html"));
        var bob = guestOf(ada);
        ada.beside().open("People");
        var menus = ada.visitor().page().locator("[aria-label^='What to do about']");
        patiently().untilAsserted(() -> assertThat(menus.count()).isEqualTo(1));

        menus.first().click();
        ada.beside().press("^send out$");

        patiently().untilAsserted(() -> assertThat(
                        bob.visitor().page().locator("[data-state=failed]").count())
                .isPositive());
        patiently().untilAsserted(() -> assertThat(menus.count()).isZero());
    }

    private Aboard owner(String address) {
        var ada = visitor();
        var room = ada.lobby().open(address);
        patiently().until(() -> room.picture().state().equals("playing"));
        room.share();
        return new Aboard(ada, room.picture(), new Beside(ada));
    }

    private Aboard guestOf(Aboard owner) {
        var bob = visitor();
        var room = bob.room(owner.visitor().page().url());
        patiently().until(() -> room.picture().state().equals("playing"));
        return new Aboard(bob, room.picture(), new Beside(bob));
    }
}

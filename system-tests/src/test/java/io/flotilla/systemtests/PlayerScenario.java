package io.flotilla.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.systemtests.product.Service;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The bare player, as others embed it: its root element always says how it is. */
@Order(8)
final class PlayerScenario extends Scenario {
    @Test
    void theStateOfThePlayerCanBeReadFromOutside() {
        var ada = program();
        var created = ada.create(pages().visit().url("moving.html"));
        var visitor = visitor();
        visitor.notesStates();
        var picture = visitor.player(created.text("url"));

        patiently().until(() -> picture.state().equals("playing"));
        flotilla().kill(Service.GATEWAY);
        patiently().until(() -> picture.state().equals("reconnecting"));
        veryPatiently().until(() -> picture.state().equals("playing"));
        veryPatiently()
                .ignoreExceptions()
                .until(() -> ada.end(created.text("id")).status() == 200);
        patiently().until(() -> picture.state().equals("failed"));

        // However often it had to come back.
        assertThat(visitor.notedStates()).matches("connecting playing( reconnecting playing)+ failed");
        assertThat(visitor.page().locator("body").innerText()).containsIgnoringCase("ended");
    }

    @Test
    void aUrlThatOpensNothingSaysSo() {
        var ada = program();
        var created = ada.create();
        ada.end(created.text("id"));

        var visitor = visitor();
        var picture = visitor.player(created.text("url"));

        patiently().until(() -> picture.state().equals("failed"));
        assertThat(visitor.page().locator("body").innerText()).isNotBlank();
    }
}

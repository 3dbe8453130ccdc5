package io.flotilla.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.systemtests.visitor.Colour;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Everything a browser draws is seen and usable, also what is no part of the page. */
@Order(6)
final class ScreenScenario extends Scenario {
    @Test
    void aNativeSelectListOpensIsSeenAndPicks() {
        var visit = pages().visit();
        var picture =
                visitor().player(program().create(visit.url("select.html")).text("url"));
        patiently().until(() -> picture.shows(Colour.CYAN));

        picture.click(picture.sight(Colour.CYAN));
        patiently().until(() -> picture.shows(Colour.GREEN));
        picture.click(picture.sight(Colour.GREEN));

        patiently().until(() -> visit.report("picked").equals(Optional.of("green")));
    }

    @Test
    void aClickChangesTheSharedPageForBoth() {
        var visit = pages().visit();
        var ada = program();
        var created = ada.create(visit.url("clicking.html"));
        ada.share(created.text("id"));
        var adas = visitor().player(created.text("url"));
        var bobs = visitor().player(program().join(created.text("id")).text("url"));
        patiently().until(() -> adas.shows(Colour.BLUE) && bobs.shows(Colour.BLUE));

        adas.click(0.5, 0.6);
        patiently().until(() -> adas.shows(Colour.YELLOW) && bobs.shows(Colour.YELLOW));
        bobs.click(0.5, 0.6);
        patiently().until(() -> adas.shows(Colour.BLUE) && bobs.shows(Colour.BLUE));

        assertThat(visit.report("clicks")).contains("2");
    }
}

package io.flotilla.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.systemtests.api.ApiVisitor;
import io.flotilla.systemtests.visitor.Colour;
import io.flotilla.systemtests.visitor.Picture;
import io.flotilla.systemtests.visitor.Room;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The main job: one click to a browser; a second person joins by id; both see, hear and use the same page. */
@Order(2)
final class MainJobScenario extends Scenario {
    @Test
    void twoVisitorsSeeHearAndUseTheSameBrowser() {
        var visit = pages().visit();
        var ada = visitor();
        var adasRoom = ada.lobby().open();
        patiently().untilAsserted(() -> assertThat(adasRoom.picture().state()).isEqualTo("playing"));
        adasRoom.picture().goTo(visit.url("moving.html?tone"));
        seesAndHears(adasRoom.picture());

        adasRoom.share();
        var bob = visitor();
        var bobsRoom = joining(bob, adasRoom);
        seesAndHears(bobsRoom.picture());
        seesAndHears(adasRoom.picture());

        bobsRoom.picture().goTo(visit.url("typing.html"));
        patiently().until(() -> bobsRoom.picture().sight(Colour.MAGENTA).pixels() == 0);
        bobsRoom.picture().type("rgb");
        patiently().until(() -> visit.report("typed").equals(java.util.Optional.of("rgb")));
        for (var room : new Room[] {adasRoom, bobsRoom}) {
            patiently()
                    .until(() -> room.picture().shows(Colour.RED)
                            && room.picture().shows(Colour.GREEN)
                            && room.picture().shows(Colour.BLUE));
        }

        assertThat(bobsRoom.text()).contains("You drive");
        assertThat(adasRoom.text()).containsPattern("\\w+ drives");

        var vmId = programOf(ada).see(adasRoom.id()).text("vmId");
        adasRoom.end();
        patiently().untilAsserted(() -> assertThat(bobsRoom.text()).containsIgnoringCase("ended"));
        patiently().until(() -> nothingIsLeftOf(vmId));
        assertThat(ada.complaints()).isEmpty();
        assertThat(bob.complaints()).isEmpty();
    }

    @Test
    void anUnsharedBrowserIsRefusedInWords() {
        var ada = program();
        var id = ada.create().text("id");
        var lobby = visitor().lobby();

        lobby.pressJoin(id);

        patiently().untilAsserted(() -> assertThat(lobby.text()).containsIgnoringCase("not shared"));
    }

    @Test
    void anUnknownIdIsRefusedInWords() {
        var lobby = visitor().lobby();

        lobby.pressJoin("0000-0000-0000-0000");

        patiently().untilAsserted(() -> assertThat(lobby.text()).containsIgnoringCase("no such session"));
    }

    @Test
    void theThirdBrowserIsRefusedInWords() {
        var ada = visitor();
        ada.lobby();
        ApiVisitor same = programOf(ada);
        for (var created : List.of(same.create(), same.create())) {
            assertThat(created.status()).as(created.toString()).isEqualTo(200);
        }
        var lobby = ada.lobby();

        lobby.pressOpen();

        patiently().untilAsserted(() -> assertThat(lobby.text()).containsIgnoringCase("already have two browsers"));
    }

    private static Room joining(io.flotilla.systemtests.visitor.Visitor visitor, Room room) {
        var joined = visitor.lobby().join(room.id());
        patiently().untilAsserted(() -> assertThat(joined.picture().state()).isEqualTo("playing"));
        return joined;
    }

    private static void seesAndHears(Picture picture) {
        patiently().until(() -> picture.barcode().isPresent());
        var seen = picture.barcode().orElseThrow().counter();
        patiently()
                .until(() ->
                        picture.barcode().filter(now -> now.counter() != seen).isPresent());
        patiently().until(() -> picture.sound().filter(sound -> sound.is(440)).isPresent());
    }
}

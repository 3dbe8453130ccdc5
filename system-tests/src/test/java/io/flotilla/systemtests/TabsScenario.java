package io.flotilla.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.flotilla.systemtests.visitor.AccountPages;
import io.flotilla.systemtests.visitor.Visitor;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** One person, several tabs and browsers: what happens in one is known in all. */
@Order(6)
final class TabsScenario extends Scenario {
    private static final String PASSWORD = "three small boats at sea";

    @Test
    void aSwitchOfThePlatformIsKnownInTheOtherTabAndTheOtherBrowser() {
        var name = "ada" + unique();
        var desk = visitor();
        var tab = pages(desk).create(name, PASSWORD);
        var program = programOf(desk);
        for (var platform : new String[] {"Home", "School"}) {
            var made = program.post("/api/platforms", "{\"name\":\"" + platform + "\",\"platform_type\":\"chromium\"}");
            assertThat(made.status()).as(made.toString()).isEqualTo(201);
        }
        var otherTab = new AccountPages(desk.anotherTab(), flotilla().url()).account();
        var phone = visitorWithPhone();
        var otherBrowser = pages(phone).signIn(name, PASSWORD);
        for (var page : new AccountPages[] {otherTab, otherBrowser}) {
            patiently().until(() -> page.text().contains("School"));
            page.notes("platformSwitched");
        }

        tab.account().press("Use School");

        for (var page : new AccountPages[] {otherTab, otherBrowser}) {
            patiently().untilAsserted(() -> assertThat(page.noted()).contains("platformSwitched", "School"));
            patiently().untilAsserted(() -> assertThat(page.text()).containsPattern("School\\s+In use"));
        }
        var state = program.get("/api/session_state");
        assertThat(state.status()).as(state.toString()).isEqualTo(200);
        assertThat(state.json().getAsJsonObject("platform").get("name").getAsString())
                .isEqualTo("School");
        assertThat(desk.complaints()).isEmpty();
        assertThat(phone.complaints()).isEmpty();
    }

    @Test
    void signingOutEverywhereIsSeenInEveryTabOfEveryBrowser() {
        var name = "ada" + unique();
        var desk = visitor();
        pages(desk).create(name, PASSWORD);
        var otherTab = new AccountPages(desk.anotherTab(), flotilla().url()).account();
        var phone = visitorWithPhone();
        var otherBrowser = pages(phone).signIn(name, PASSWORD);
        for (var page : new AccountPages[] {otherTab, otherBrowser}) {
            patiently().until(() -> page.text().contains("Sign out everywhere"));
            page.notes("sessionExpired");
        }

        assertThat(programOf(desk).post("/api/auth/logout-all", "{}").status()).isEqualTo(200);

        for (var page : new AccountPages[] {otherTab, otherBrowser}) {
            patiently().untilAsserted(() -> assertThat(page.noted()).contains("sessionExpired"));
        }
    }

    @Test
    void whatAGuestStartedStaysAndThePictureGoesOn() {
        var desk = visitor();
        var room = desk.lobby().open(pages().visit().url("moving.html"));
        patiently().until(() -> room.picture().barcode().isPresent());
        var address = desk.page().url();

        new AccountPages(desk.anotherTab(), flotilla().url()).create("ada" + unique(), PASSWORD);

        // The guest's session is over, so its socket is closed; the room comes back by itself, as the account's.
        var seen = room.picture().barcode().orElseThrow().counter();
        veryPatiently().until(() -> room.picture()
                .barcode()
                .filter(now -> now.counter() != seen && now.age() < 2000)
                .isPresent());
        var again = desk.room(address);
        patiently().until(() -> again.picture().barcode().isPresent());
        assertThat(programOf(desk).see(room.id()).text("state")).isEqualTo("live");
    }

    @Test
    void refusalsAreSaidInWordsAndNothingSecretIsKeptByThePage() {
        var name = "ada" + unique();
        assertThat(program().register(name, PASSWORD).status()).isEqualTo(201);
        var desk = visitor();
        var page = pages(desk);

        page.fillIn(name, "not the one");
        patiently().untilAsserted(() -> assertThat(page.text()).containsIgnoringCase("wrong"));
        page.signIn(name, PASSWORD);

        patiently().until(() -> page.text().contains(name));
        var token = programOf(desk).csrfToken();
        assertThat(page.stored()).doesNotContain(token, PASSWORD);
        assertThat(desk.cookies()).isNotEmpty().allSatisfy(cookie -> assertThat(page.stored())
                .doesNotContain(cookie.value));
        assertThat(JsonParser.parseString(page.stored()).isJsonArray()).isTrue();
    }

    private AccountPages pages(Visitor visitor) {
        return new AccountPages(visitor.page(), flotilla().url());
    }
}

package io.flotilla.systemtests.visitor;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The front page. */
public final class Lobby {
    private final Page page;

    Lobby(Page page) {
        this.page = page;
    }

    /** Presses the one button. */
    public Room open() {
        return open("");
    }

    /** Gives an address and presses the one button. */
    public Room open(String address) {
        page.getByLabel(named("address to open")).fill(address);
        pressOpen();
        page.waitForURL(Pattern.compile(".*/room/.*"));
        return new Room(page);
    }

    /** Presses the one button and does not expect to get anywhere. */
    public void pressOpen() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(named("open a browser")))
                .click();
    }

    /** Fills in an id or a link and presses "Join". */
    public Room join(String idOrLink) {
        pressJoin(idOrLink);
        page.waitForURL(Pattern.compile(".*/room/.*"));
        return new Room(page);
    }

    public void pressJoin(String idOrLink) {
        page.getByLabel(named("link or id")).fill(idOrLink);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(named("^join$")))
                .click();
    }

    /** Everything there is to read. */
    public String text() {
        return page.locator("body").innerText();
    }

    private static Pattern named(String name) {
        return Pattern.compile(name, Pattern.CASE_INSENSITIVE);
    }
}

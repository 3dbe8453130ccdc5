package io.flotilla.systemtests.visitor;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The page with one shared browser and the people in it. */
public final class Room {
    private final Page page;
    private final Picture picture;

    Room(Page page) {
        this.page = page;
        this.picture = new Picture(page);
    }

    public Picture picture() {
        return picture;
    }

    /** The VM session's id, from the address. */
    public String id() {
        return page.url().replaceFirst("^.*/room/", "").replaceFirst("[?#].*$", "");
    }

    /** Lets others in: by the switch of the share panel, which is then closed again. */
    public void share() {
        button("^shared?$").click();
        page.getByRole(AriaRole.SWITCH).check(new Locator.CheckOptions().setForce(true));
        page.locator(".handles:not([inert])").waitFor();
        button("^close$").click();
    }

    /** The link that the share panel offers, taken by its copy button. */
    public String copiedLink() {
        button("^shared?$").click();
        button("copy the link").click();
        page.getByText("Copied").waitFor();
        button("^close$").click();
        return String.valueOf(page.evaluate("() => navigator.clipboard.readText()"));
    }

    public void leave() {
        button("leave").click();
        page.getByRole(AriaRole.DIALOG)
                .getByText("Leave", new Locator.GetByTextOptions().setExact(true))
                .click();
        page.waitForURL(url -> !url.contains("/room/"));
    }

    public void end() {
        button("end or leave").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(named("^end it")))
                .click();
        page.waitForURL(url -> !url.contains("/room/"));
    }

    /** Everything there is to read. */
    public String text() {
        return page.locator("body").innerText();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(named(name)))
                .first();
    }

    private static Pattern named(String name) {
        return Pattern.compile(name, Pattern.CASE_INSENSITIVE);
    }
}

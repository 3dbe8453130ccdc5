package io.flotilla.systemtests.visitor;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;

/** What stands beside the picture of a room: people, chat and the study timer. */
public final class Beside {
    private final Page page;

    public Beside(Visitor visitor) {
        this.page = visitor.page();
    }

    /** Opens the panel on a tab: {@code People}, {@code Chat} or {@code Timer}. */
    public Beside open(String tab) {
        if (!page.locator("#side").isVisible()) {
            button("^chat").click();
        }
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(tab)).click();
        return this;
    }

    public void say(String text) {
        page.getByLabel("Message to everybody here").fill(text);
        page.keyboard().press("Enter");
    }

    /** What stands in the chat, oldest first, confirmed by the room. */
    public List<String> said() {
        return page.locator(".said:not(.unsent) .text").allInnerTexts();
    }

    /** Everything there is to read in the panel. */
    public String text() {
        return page.locator("#side").innerText();
    }

    /** Chooses who may drive: {@code free}, {@code single}, {@code queued} or {@code supervised}. */
    public void rule(String mode) {
        page.getByLabel("Rule").selectOption(mode);
    }

    public void press(String name) {
        button(name).click();
    }

    /** Chooses an entry of the owner's menu for somebody. */
    public void about(String name, String entry) {
        page.getByLabel("What to do about " + name).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(entry))
                .click();
    }

    /** Starts a focus that everybody in the room sees. */
    public void studyTogether(String subject) {
        page.getByLabel("What are you studying?").fill(subject);
        page.getByRole(AriaRole.SWITCH).check(new Locator.CheckOptions().setForce(true));
        button("^start$").click();
    }

    /** Points at a place of the picture, 0…1. */
    public void point(double x, double y) {
        var box = page.locator("canvas").first().boundingBox();
        page.mouse().move(box.x + box.width * x, box.y + box.height * y);
    }

    /** The names on others' cursors. */
    public List<String> cursors() {
        return page.locator(".cursor span").allInnerTexts();
    }

    private Locator button(String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile(name, Pattern.CASE_INSENSITIVE)))
                .first();
    }
}

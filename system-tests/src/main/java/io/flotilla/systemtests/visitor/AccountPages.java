package io.flotilla.systemtests.visitor;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;

/** The pages about oneself, in one tab: signing in, the account. */
public final class AccountPages {
    private final Page page;
    private final URI flotilla;

    public AccountPages(Page page, URI flotilla) {
        this.page = page;
        this.flotilla = flotilla;
    }

    /** Creates an account and is back on the page one came from. */
    public AccountPages create(String username, String password) {
        page.navigate(flotilla + "/sign-in?mode=create&return_to=/account");
        page.getByLabel("User name").fill(username);
        page.getByLabel("E-mail address").fill(username + "@example.org");
        typePassword(password);
        press("Create account");
        awaitAccount();
        return this;
    }

    public AccountPages signIn(String username, String password) {
        fillIn(username, password);
        awaitAccount();
        return this;
    }

    /** Sends the form and stays. */
    public AccountPages fillIn(String username, String password) {
        page.navigate(flotilla + "/sign-in?return_to=/account");
        page.getByLabel("User name or e-mail address").fill(username);
        typePassword(password);
        press("Sign in");
        return this;
    }

    public AccountPages account() {
        page.navigate(flotilla + "/account");
        return this;
    }

    /** Waits for the button whose name begins so, and presses it. */
    public void press(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .last()
                .click();
    }

    /** What one of this tab's events said, from now on, newest last: by the name of the event. */
    public AccountPages notes(String event) {
        page.evaluate("""
                name => {
                  window.__noted ??= [];
                  window.addEventListener(name, event => window.__noted.push([name, event.detail ?? null]));
                }
                """, event);
        return this;
    }

    public String noted() {
        return String.valueOf(page.evaluate("() => JSON.stringify(window.__noted ?? [])"));
    }

    /** All that pages may keep on this machine beside the cookie. */
    public String stored() {
        return String.valueOf(
                page.evaluate("() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])"));
    }

    public String text() {
        return page.locator("body").innerText();
    }

    /** By the path alone: the sign-in page's address ends with where it leads, too. */
    private void awaitAccount() {
        page.waitForURL(address -> URI.create(address).getPath().equals("/account"));
    }

    private void typePassword(String password) {
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
    }
}

package io.flotilla.systemtests.visitor;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shared browser as it is seen, heard and touched on one page. Coordinates are 0…1 of the picture. */
public final class Picture {
    private static final Gson GSON = new Gson();
    /** Where the shared browser's address bar is, on a picture of the usual 1280 × 720. */
    private static final double ADDRESS_BAR_X = 0.35;

    private static final double ADDRESS_BAR_Y = 0.09;

    private final Page page;

    Picture(Page page) {
        this.page = page;
    }

    /** The player's {@code data-state}: connecting, playing, reconnecting or failed; empty while there is no player. */
    public String state() {
        var state = player().evaluate("() => (document.querySelector('[data-state]')?.dataset.state) ?? ''");
        return String.valueOf(state);
    }

    /** What the moving page's barcode says now, if it can be read. */
    public Optional<Barcode> barcode() {
        return json("() => window.__instruments.barcode()").map(json -> GSON.fromJson(json, Barcode.class));
    }

    public Sight sight(Colour colour) {
        return json("([rgb, tolerance]) => window.__instruments.colour(rgb, tolerance)", List.of(colour.rgb(), 60))
                .map(json -> GSON.fromJson(json, Sight.class))
                .orElse(new Sight(0, 0, 0));
    }

    /** Whether a good part of the picture, more than any icon, has this colour. */
    public boolean shows(Colour colour) {
        return sight(colour).pixels() > 4000;
    }

    /** The loudest frequency now; empty where nothing makes sound. */
    public Optional<Sound> sound() {
        return json("() => window.__instruments.sound()").map(json -> GSON.fromJson(json, Sound.class));
    }

    public void click(double x, double y) {
        var box = canvas().boundingBox();
        canvas().click(new Locator.ClickOptions().setForce(true).setPosition(box.width * x, box.height * y));
    }

    public void click(Sight sight) {
        click(sight.x(), sight.y());
    }

    /** Types with real keys, into whatever has the focus inside. */
    public void type(String text) {
        page.keyboard().type(text);
    }

    public void press(String key) {
        page.keyboard().press(key);
    }

    /** Goes to an address as a person does: by the browser's own address bar. */
    public void goTo(String address) {
        click(ADDRESS_BAR_X, ADDRESS_BAR_Y);
        // A click soon after another one would select a word only.
        press("Control+a");
        type(address);
        press("Enter");
    }

    /** Runs a function of the page's instruments; its JSON answer. */
    public Optional<JsonElement> measure(String script, @Nullable Object argument) {
        return json(script, argument);
    }

    private Locator canvas() {
        return player().locator("canvas").first();
    }

    /** The frame that holds the picture: the page itself, or the player inside it. */
    private Frame player() {
        return page.frames().stream()
                .filter(frame -> frame != page.mainFrame() && frame.url().contains("/vm/"))
                .findFirst()
                .orElseGet(page::mainFrame);
    }

    private Optional<JsonElement> json(String script) {
        return json(script, null);
    }

    private Optional<JsonElement> json(String script, @Nullable Object argument) {
        var found = player().evaluate(script, argument);
        return Optional.ofNullable(found).map(GSON::toJsonTree);
    }
}

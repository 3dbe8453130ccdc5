package io.flotilla.bench;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import io.flotilla.systemtests.api.ApiVisitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** From the press that switches the platform in one tab to its event in another tab, and in another browser at the other node. */
final class Switches {
    private static final String LISTEN = """
            () => {
              window.__heard = {};
              window.addEventListener('platformSwitched', event => {
                window.__heard[event.detail.platformId] ??= performance.timeOrigin + performance.now();
              });
            }
            """;

    private static final String SWITCH = """
            async id => {
              const begun = performance.timeOrigin + performance.now();
              const answer = await window.sessionManager.fetch('/api/switch_platform/' + id, { method: 'POST' });
              const body = await answer.json();
              window.sessionSync.notifyPlatformSwitch(body.platform.id, body.platform.name);
              return begun;
            }
            """;

    private final Stage stage;

    Switches(Stage stage) {
        this.stage = stage;
    }

    List<Row> measure(int rounds) {
        var person = stage.account("switches");
        var platforms = List.of(platform(person, "One"), platform(person, "Two"));
        var tabs = new ArrayList<Double>();
        var devices = new ArrayList<Double>();
        try (var desk = stage.visitor();
                var phone = stage.chromium.visitor(stage.flotilla.secondUrl())) {
            var acting = signIn(desk.page(), stage.flotilla.url().toString());
            var tab = desk.anotherTab();
            tab.navigate(stage.flotilla.url() + "/account");
            var other = signIn(phone.page(), stage.flotilla.secondUrl().toString());
            for (var page : List.of(tab, other)) {
                page.waitForFunction("() => window.sessionSync");
                page.evaluate(LISTEN);
            }
            Usage.pause(Duration.ofSeconds(2));
            for (int round = 0; round <= rounds; round++) {
                // The first platform is in use already; choosing it would be no news.
                var id = platforms.get((round + 1) % 2);
                var begun = number(acting.evaluate(SWITCH, id));
                var inTab = heard(tab, id) - begun;
                var onDevice = heard(other, id) - begun;
                if (round > 0) {
                    tabs.add(inTab);
                    devices.add(onDevice);
                }
                tab.evaluate("() => { window.__heard = {}; }");
                other.evaluate("() => { window.__heard = {}; }");
            }
        }
        return List.of(
                Row.of("switch of the platform → another tab", "ms", tabs),
                Row.of("switch of the platform → another device, other node", "ms", devices));
    }

    private static String platform(ApiVisitor person, String name) {
        var made = person.post("/api/platforms", "{\"name\":\"" + name + "\",\"platform_type\":\"chromium\"}");
        Stage.expect(made, 201);
        return JsonParser.parseString(made.body())
                .getAsJsonObject()
                .getAsJsonObject("platform")
                .get("id")
                .getAsString();
    }

    private static Page signIn(Page page, String url) {
        page.navigate(url + "/sign-in");
        page.waitForFunction("() => window.sessionManager");
        page.evaluate("""
                async ([username, password]) => {
                  const answer = await window.sessionManager.fetch('/api/auth/login', {
                    method: 'POST', headers: { 'Content-Type': 'application/json' },
                    body: JSON.stringify({ username, password }),
                  });
                  if (!answer.ok) throw new Error('sign-in: ' + answer.status);
                }
                """, List.of("switches", Stage.PASSWORD));
        page.navigate(url + "/account");
        page.waitForFunction("() => window.sessionSync");
        return page;
    }

    private static double heard(Page page, String id) {
        return number(page.waitForFunction("id => window.__heard[id]", id).jsonValue());
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}

package io.flotilla.bench;

import com.google.gson.JsonObject;
import io.flotilla.systemtests.visitor.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How long people wait for a picture: from the moment they ask until the page asked for is on their canvas. The asking page sends the
 * request and then goes to the player itself, so that no test tool is on the way.
 */
final class Starts {
    private static final String ASK_AND_GO = """
            async ({ path, body, token }) => {
              sessionStorage.setItem('instruments.wanted', '[0,0,255]');
              const asked = performance.timeOrigin + performance.now();
              const answer = await fetch(path, {
                method: 'POST', body: JSON.stringify(body),
                headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': token },
              });
              const entry = await answer.json();
              const answered = performance.timeOrigin + performance.now();
              if (!answer.ok) throw new Error(answer.status + ' ' + JSON.stringify(entry));
              sessionStorage.setItem('bench', JSON.stringify({ asked, answered, id: entry.id }));
              setTimeout(() => location.href = entry.url);
            }
            """;

    private final Stage stage;

    Starts(Stage stage) {
        this.stage = stage;
    }

    /** Rounds of creating; the first is warm-up. */
    List<Row> creating(String what, int rounds) {
        var pictures = new ArrayList<Double>();
        var answers = new ArrayList<Double>();
        for (int round = 0; round <= rounds; round++) {
            stage.settle();
            try (var visitor = stage.visitor()) {
                visitor.lobby();
                var measured = ask(
                        visitor,
                        "/api/vm",
                        Map.of("start_url", stage.pages.visit().url("clicking.html")));
                if (round > 0) {
                    pictures.add(measured.picture);
                    answers.add(measured.answer);
                }
                stage.programOf(visitor).end(measured.id);
            }
        }
        return List.of(
                Row.of("create → answer, " + what, "ms", answers),
                Row.of("create → first picture of the page, " + what, "ms", pictures));
    }

    /** The same as a person does it: the button on the front page, the room. */
    List<Row> byHand(int rounds) {
        var pictures = new ArrayList<Double>();
        for (int round = 0; round <= rounds; round++) {
            stage.settle();
            try (var visitor = stage.visitor()) {
                var lobby = visitor.lobby();
                visitor.page().evaluate("() => sessionStorage.setItem('instruments.wanted', '[0,0,255]')");
                var room = lobby.open(stage.pages.visit().url("clicking.html"));
                var appeared = number(visitor.page().evaluate("() => window.__instruments.appeared"));
                var clicked =
                        number(visitor.page().evaluate("() => Number(sessionStorage.getItem('instruments.clicked'))"));
                if (round > 0) {
                    pictures.add(appeared - clicked);
                }
                stage.programOf(visitor).end(room.id());
            }
        }
        return List.of(Row.of("“Open a browser” pressed → picture in the room, warm", "ms", pictures));
    }

    /** Rounds of joining one and the same still page; the first is warm-up. */
    List<Row> joining(int rounds) {
        stage.settle();
        var owner = stage.program();
        var created = owner.create(stage.pages.visit().url("clicking.html"));
        var id = created.text("id");
        owner.share(id);
        var pictures = new ArrayList<Double>();
        try (var watching = stage.visitor()) {
            watching.player(created.text("url")).measure("() => window.__instruments.appearance([0,0,255])", null);
            for (int round = 0; round <= rounds; round++) {
                try (var visitor = stage.visitor()) {
                    visitor.lobby();
                    var measured = ask(visitor, "/api/vm/join", Map.of("sessionId", id));
                    if (round > 0) {
                        pictures.add(measured.picture);
                    }
                }
            }
        }
        owner.end(id);
        return List.of(Row.of("join → first picture, still page", "ms", pictures));
    }

    private Measured ask(Visitor visitor, String path, Map<String, String> body) {
        var token = stage.programOf(visitor).csrfToken();
        visitor.page().evaluate(ASK_AND_GO, Map.of("path", path, "body", body, "token", token));
        visitor.page().waitForURL("**/vm/**");
        var appeared = number(visitor.page().evaluate("() => window.__instruments.appeared"));
        var noted = com.google.gson.JsonParser.parseString(
                        String.valueOf(visitor.page().evaluate("() => sessionStorage.getItem('bench')")))
                .getAsJsonObject();
        var asked = noted.get("asked").getAsDouble();
        return new Measured(
                appeared - asked, answered(noted) - asked, noted.get("id").getAsString());
    }

    private static double answered(JsonObject noted) {
        return noted.get("answered").getAsDouble();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private record Measured(double picture, double answer, String id) {}
}

package io.flotilla.vmbroker.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flotilla.vmbroker.browser.Act;
import io.flotilla.vmbroker.browser.Size;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActReaderTest {
    private static final Map<String, Act> GOLDEN = Map.of(
            "pointer", new Act.Pointer("p", Act.PointerAction.DOWN, 0.25, 0.75, 0),
            "wheel", new Act.Wheel("p", 0.5, 0.5, 0, 120),
            "touch",
                    new Act.Touch(
                            "p",
                            Act.TouchAction.MOVE,
                            List.of(new Act.TouchPoint(0, 0.25, 0.5), new Act.TouchPoint(1, 0.75, 0.5))),
            "key", new Act.Key("p", true, "KeyA", "A", 8),
            "text", new Act.Text("p", "grüß dich"),
            "composition", new Act.Composition("p", "にほ", Act.CompositionAction.UPDATE),
            "release", new Act.Release("p"),
            "resize", new Act.Resize("p", new Size(1280, 720)),
            "navigate", new Act.Navigate("p", Act.Navigation.TO, "https://example.org/"));

    @Test
    void readsTheGoldenExamplesAndIgnoresWhatItDoesNotKnow() throws IOException {
        for (var example : GOLDEN.entrySet()) {
            var json = golden("player/" + example.getKey() + ".json");

            assertThat(ActReader.read("p", new Fields(json))).isEqualTo(example.getValue());
            assertThat(ActReader.read("p", new Fields(json.copy().put("unheardOf", new JsonObject()))))
                    .isEqualTo(example.getValue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'type':'dance'}",
                "{'type':7}",
                "{'type':'pointer','action':'down','x':1.01,'y':0}",
                "{'type':'pointer','action':'down','x':'0','y':0}",
                "{'type':'pointer','action':'click','x':0,'y':0}",
                "{'type':'pointer','action':'down','x':0,'y':0,'button':5}",
                "{'type':'pointer','action':'down','x':0,'y':0,'button':1.5}",
                "{'type':'wheel','x':0,'y':0,'dx':1e9,'dy':0}",
                "{'type':'key','action':'press','code':'KeyA','key':'a','modifiers':0}",
                "{'type':'key','action':'down','code':'KeyA','key':'','modifiers':0}",
                "{'type':'key','action':'down','code':'KeyA','key':'a','modifiers':16}",
                "{'type':'touch','action':'start','points':[1]}",
                "{'type':'touch','action':'start','points':{}}",
                "{'type':'text','text':''}",
                "{'type':'composition','text':'x','action':'begin'}",
                "{'type':'resize','width':1281,'height':720}",
                "{'type':'resize','width':128,'height':720}",
                "{'type':'resize','width':4000,'height':720}",
                "{'type':'navigate','action':'to'}",
                "{'type':'navigate','action':'to','url':'file:///etc/passwd'}",
                "{'type':'navigate','action':'to','url':'javascript:alert(1)'}",
                "{'type':'navigate','action':'to','url':'chrome://settings'}",
                "{'type':'navigate','action':'to','url':'http://'}"
            })
    void refusesEverythingElse(String json) {
        var fields = new Fields(new JsonObject(json.replace('\'', '"')));

        assertThatThrownBy(() -> ActReader.read("p", fields)).isInstanceOf(Fields.Odd.class);
    }

    @Test
    void refusesTextsOverEightKibibytesOfUtf8() {
        var fits = new JsonObject().put("type", "text").put("text", "ü".repeat(4096));
        var over = new JsonObject().put("type", "text").put("text", "ü".repeat(4097));

        assertThat(ActReader.read("p", new Fields(fits))).isInstanceOf(Act.Text.class);
        assertThatThrownBy(() -> ActReader.read("p", new Fields(over))).isInstanceOf(Fields.Odd.class);
    }

    private static JsonObject golden(String path) throws IOException {
        try (var example = ActReaderTest.class.getResourceAsStream("/golden/" + path)) {
            return new JsonObject(new String(example.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}

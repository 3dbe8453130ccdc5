package io.flotilla.gateway.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.gateway.Golden;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlayerMessageReaderTest {
    private final PlayerMessageReader reader = new PlayerMessageReader();

    static Stream<Arguments> examples() {
        return Stream.of(
                Arguments.of("ack", new PlayerMessage.Ack(131072)),
                Arguments.of("formats", new PlayerMessage.Formats(Set.of(Format.H264, Format.VP8, Format.JPEG), true)),
                Arguments.of("key-frame", new PlayerMessage.KeyFrame()),
                Arguments.of("ping", new PlayerMessage.Ping("17")),
                Arguments.of("pointer", new Act.Pointer(Act.PointerAction.DOWN, 0.25, 0.75, 0)),
                Arguments.of("wheel", new Act.Wheel(0.5, 0.5, 0, 120)),
                Arguments.of(
                        "touch",
                        new Act.Touch(
                                Act.TouchAction.MOVE,
                                List.of(new Act.TouchPoint(0, 0.25, 0.5), new Act.TouchPoint(1, 0.75, 0.5)))),
                Arguments.of("key", new Act.Key(Act.KeyAction.DOWN, "KeyA", "A", 8)),
                Arguments.of("text", new Act.Text("grüß dich")),
                Arguments.of("composition", new Act.Composition("にほ", Act.CompositionAction.UPDATE)),
                Arguments.of("release", new Act.Release()),
                Arguments.of("resize", new Act.Resize(1280, 720)),
                Arguments.of("navigate", new Act.Navigate(Act.Navigation.TO, "https://example.org/")));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsTheContractsExamples(String name, PlayerMessage message) {
        assertThat(reader.read(Golden.text("player/" + name))).isEqualTo(new Reading.Understood(message));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsThemWithAFieldItDoesNotKnow(String name, PlayerMessage message) {
        var wider = Golden.json("player/" + name).put("later", new JsonObject().put("x", 1));

        assertThat(reader.read(wider.encode())).isEqualTo(new Reading.Understood(message));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void passesActsOnAsTheyCame(String name, PlayerMessage message) {
        if (message instanceof Act act) {
            assertThat(new JsonObject(ActWriter.write("p-ada", act)))
                    .isEqualTo(new JsonObject()
                            .put("type", "act")
                            .put("by", "p-ada")
                            .put("act", Golden.json("player/" + name)));
        }
    }

    @Test
    void ignoresTypesFromTheFuture() {
        assertThat(reader.read("{\"type\":\"later\",\"x\":-5}")).isEqualTo(new Reading.Ignored());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1",
                "[]",
                "null",
                "{}",
                "{\"type\":7}",
                "{\"type\":\"ack\"}",
                "{\"type\":\"ack\",\"bytes\":\"5\"}",
                "{\"type\":\"ack\",\"bytes\":1.5}",
                "{\"type\":\"ack\",\"bytes\":-1}",
                "{\"type\":\"ack\",\"bytes\":99999999999999999999}",
                "{\"type\":\"ack\",\"bytes\":1,\"bytes\":2}",
                "{\"type\":\"ack\",\"bytes\":1} {}",
                "{\"type\":\"formats\",\"formats\":\"h264\",\"visible\":true}",
                "{\"type\":\"formats\",\"formats\":[],\"visible\":1}",
                "{\"type\":\"ping\"}",
                "{\"type\":\"ping\",\"id\":{}}",
                "{\"type\":\"pointer\",\"action\":\"hover\",\"x\":0,\"y\":0,\"button\":0}",
                "{\"type\":\"pointer\",\"action\":\"move\",\"x\":1.01,\"y\":0,\"button\":0}",
                "{\"type\":\"pointer\",\"action\":\"move\",\"x\":NaN,\"y\":0,\"button\":0}",
                "{\"type\":\"pointer\",\"action\":\"move\",\"x\":0,\"y\":0,\"button\":5}",
                "{\"type\":\"pointer\",\"action\":\"move\",\"x\":0,\"y\":0}",
                "{\"type\":\"wheel\",\"x\":0,\"y\":0,\"dx\":1e300,\"dy\":0}",
                "{\"type\":\"touch\",\"action\":\"move\",\"points\":[1]}",
                "{\"type\":\"key\",\"action\":\"down\",\"code\":\"KeyA\",\"key\":\"a\",\"modifiers\":16}",
                "{\"type\":\"resize\",\"width\":1281,\"height\":720}",
                "{\"type\":\"resize\",\"width\":128,\"height\":720}",
                "{\"type\":\"resize\",\"width\":1280,\"height\":4000}",
                "{\"type\":\"navigate\",\"action\":\"to\"}",
                "{\"type\":\"composition\",\"text\":1,\"action\":\"commit\"}"
            })
    void refusesWhatIsOdd(String text) {
        assertThat(reader.read(text)).isInstanceOf(Reading.Odd.class);
    }

    @Test
    void textsAreMeasuredInBytes() {
        assertThat(reader.read(text("ä".repeat(4096)))).isInstanceOf(Reading.Understood.class);
        assertThat(reader.read(text("ä".repeat(4097)))).isInstanceOf(Reading.Odd.class);
    }

    @Test
    void neverThrowsWhateverComes() {
        var random = new Random(42);
        var examples = examples()
                .map(example -> Golden.text("player/" + example.get()[0]))
                .toList();
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder(examples.get(random.nextInt(examples.size())));
            for (int change = random.nextInt(4); change >= 0; change--) {
                var at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                    case 1 -> text.insert(at, "{\"[]}:,-1e9".charAt(random.nextInt(11)));
                    default -> text.deleteCharAt(at).append('}');
                }
            }
            assertThat(reader.read(text.toString())).isNotNull();
        }
    }

    private static String text(String text) {
        return new JsonObject().put("type", "text").put("text", text).encode();
    }
}

package io.flotilla.socket.packet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.BinaryNode;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketReaderTest {
    private final PacketReader reader = new PacketReader();

    @Test
    void readsAnEvent() {
        var event = (Packet.Event) packet("2/rooms,7[\"chat.send\",{\"text\":\"hi\"},null]");

        assertThat(event.namespace()).isEqualTo("/rooms");
        assertThat(event.id()).isEqualTo(OptionalLong.of(7));
        assertThat(event.name()).isEqualTo("chat.send");
        assertThat(event.args()).hasSize(2);
        assertThat(event.args().get(0).path("text").asText()).isEqualTo("hi");
        assertThat(event.args().get(1).isNull()).isTrue();
    }

    @Test
    void readsAConnectWithItsAuth() {
        var connect = (Packet.Connect) packet("0/study-sessions,{\"token\":\"t\"}");

        assertThat(connect.namespace()).isEqualTo("/study-sessions");
        assertThat(connect.auth().path("token").asText()).isEqualTo("t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0/", "0/rooms", "0/rooms,", "1", "1/rooms,", "3[]", "312[1]", "2[5]", "50-[\"a\"]"})
    void readsTheShortestForms(String packet) {
        assertThat(text(packet)).isInstanceOf(Reading.Whole.class);
    }

    @Test
    void putsAttachmentsInTheirPlaces() {
        assertThat(text("52-[\"a\",{\"x\":[{\"_placeholder\":true,\"num\":1}]},{\"_placeholder\":true,\"num\":0}]"))
                .isInstanceOf(Reading.Partial.class);
        assertThat(reader.binary(new byte[] {1})).isInstanceOf(Reading.Partial.class);

        var event = (Packet.Event) ((Reading.Whole) reader.binary(new byte[] {2, 3})).packet();

        assertThat(event.args().get(0).path("x").get(0)).isEqualTo(BinaryNode.valueOf(new byte[] {2, 3}));
        assertThat(event.args().get(1)).isEqualTo(BinaryNode.valueOf(new byte[] {1}));
    }

    @Test
    void isReadyForMoreAfterAttachments() {
        text("51-[\"a\",{\"_placeholder\":true,\"num\":0}]");
        reader.binary(new byte[1]);

        assertThat(text("2[\"b\"]")).isInstanceOf(Reading.Whole.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "a",
                "abc",
                "-1",
                " 2[\"a\"]",
                "2",
                "2{}",
                "2[]",
                "2[null]",
                "2[{}]",
                "2[\"a\"",
                "2[\"a\"]]",
                "2[\"a\"] x",
                "2abc[\"a\"]",
                "2/rooms[\"a\"]",
                "0[]",
                "0\"x\"",
                "0null",
                "1{}",
                "1[]",
                "3",
                "3{}",
                "4",
                "4[]",
                "5[\"a\"]",
                "5-[\"a\"]",
                "51[\"a\"]",
                "5-1-[\"a\"]",
                "51e0-[\"a\"]",
                "511-[\"a\"]",
                "5100-[\"a\"]",
                "451000000-",
                "51000000000-[\"a\"]",
                "2[\"connect\"]",
                "2[\"connect_error\"]",
                "2[\"disconnect\"]",
                "2[\"disconnecting\"]",
                "2[\"newListener\"]",
                "2[\"removeListener\"]",
                "2[\"a\",NaN]",
                "2[\"a\",01]",
                "2['a']",
                "29007199254740992[\"a\"]",
                "299999999999999999999999[\"a\"]"
            })
    void refusesWhatIsNoPacket(String packet) {
        assertThat(text(packet)).isInstanceOf(Reading.Odd.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "51-[\"a\",{\"_placeholder\":true,\"num\":1}]",
                "51-[\"a\",{\"_placeholder\":true,\"num\":-1}]",
                "51-[\"a\",{\"_placeholder\":true,\"num\":0.5}]",
                "51-[\"a\",{\"_placeholder\":true,\"num\":\"splice\"}]",
                "51-[\"a\",{\"_placeholder\":true}]",
                "51-[\"a\",{\"_placeholder\":true,\"num\":99999999999}]",
                "51-[{\"_placeholder\":true,\"num\":0}]"
            })
    void refusesPlaceholdersThatNameNothing(String packet) {
        text(packet);

        assertThat(reader.binary(new byte[1])).isInstanceOf(Reading.Odd.class);
    }

    @Test
    void refusesTextBetweenAttachmentsAndBytesOutOfTurn() {
        assertThat(reader.binary(new byte[1])).isInstanceOf(Reading.Odd.class);
        text("51-[\"a\",{\"_placeholder\":true,\"num\":0}]");

        assertThat(text("2[\"b\"]")).isInstanceOf(Reading.Odd.class);
    }

    @Test
    void takesTheLargestNumberThatJavaScriptCountsExactly() {
        var event = (Packet.Event) packet("29007199254740991[\"a\"]");

        assertThat(event.id()).hasValue(9_007_199_254_740_991L);
    }

    @Test
    void nestsAHundredDeepAndNoDeeper() {
        assertThat(text("2[\"a\"," + "[".repeat(99) + "]".repeat(99) + "]")).isInstanceOf(Reading.Whole.class);
        assertThat(text("2[\"a\"," + "[".repeat(100) + "]".repeat(100) + "]")).isInstanceOf(Reading.Odd.class);
        assertThat(text("2[\"a\"," + "{\"a\":".repeat(100) + "1" + "}".repeat(100) + "]"))
                .isInstanceOf(Reading.Odd.class);
    }

    @Test
    void takesTheNamesOfPrototypesForNames() {
        var event = (Packet.Event) packet("2[\"__proto__\",{\"__proto__\":{\"admin\":true},\"constructor\":1}]");

        assertThat(event.name()).isEqualTo("__proto__");
        assertThat(event.args().getFirst().path("admin").isMissingNode()).isTrue();
    }

    private Packet packet(String text) {
        return ((Reading.Whole) text(text)).packet();
    }

    private Reading text(String text) {
        return reader.text(text.getBytes(StandardCharsets.UTF_8), 0);
    }
}

package io.flotilla.gateway.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.gateway.protocol.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "7",
                "null",
                "{\"x\":0.5}",
                "{\"x\":\"0.5\",\"y\":0.5}",
                "{\"x\":1.01,\"y\":0}",
                "{\"x\":-0.01,\"y\":0}",
                "{\"x\":1e300,\"y\":0}",
                "{\"x\":null,\"y\":0}"
            })
    void whatIsNoPlaceInThePictureIsNoCursor(String said) throws Exception {
        assertThat(Pointer.of(Json.read(said))).isEmpty();
    }

    @Test
    void placesAreRoundedAndWrittenAsTheyAreRead() throws Exception {
        var pointer =
                Pointer.of(Json.read("{\"x\":0.3333333333333333,\"y\":1}")).orElseThrow();

        assertThat(Pointer.of(pointer.json("p-ada"))).contains(pointer);
        assertThat(pointer.json("p-ada").path("x").doubleValue()).isEqualTo(Math.round(16384 / 3.0) / 16384.0);
    }

    @Test
    void ofEachOnlyTheNewestIsKeptAndTheFirstAfterALookIsSaid() {
        var movements = new Movements();

        assertThat(movements.put("ada", new Pointer.At(0, 0))).isTrue();
        assertThat(movements.put("bob", new Pointer.At(0, 0))).isFalse();
        assertThat(movements.put("ada", new Pointer.Off())).isFalse();

        assertThat(movements.take()).hasSize(2).containsEntry("ada", new Pointer.Off());
        assertThat(movements.take()).isEmpty();
        assertThat(movements.put("ada", new Pointer.At(1, 1))).isTrue();
    }

    @Test
    void aCrowdOfCursorsIsBounded() {
        var movements = new Movements();
        for (int i = 0; i < 1000; i++) {
            movements.put("p-" + i, new Pointer.Off());
        }
        movements.put("p-7", new Pointer.At(0.5, 0.5));

        assertThat(movements.take()).hasSize(200).containsEntry("p-7", new Pointer.At(0.5, 0.5));
    }
}

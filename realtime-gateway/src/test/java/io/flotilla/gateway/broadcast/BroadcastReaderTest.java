package io.flotilla.gateway.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.flotilla.gateway.broadcast.BroadcastReader.Reading;
import io.flotilla.gateway.protocol.Json;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BroadcastReaderTest {
    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        var data = Json.object().put("message", "We restart at nine");
        var one = new Broadcast(
                "b-1",
                new Target.Users(Set.of("u-1", "u-2")),
                "/rooms",
                "notice",
                data,
                new Filter(Set.of("user"), Set.of("u-3"), Set.of("x")));
        var other = new Broadcast("b-2", new Target.Room("vs-1"), null, "ping.now", null, Filter.NONE);

        for (var broadcast : Set.of(one, other)) {
            var written = Json.read(BroadcastWriter.write(broadcast).toString());
            assertThat(BroadcastReader.read(written, "new")).isEqualTo(new Reading.Read(broadcast));
        }
    }

    @Test
    void whatHasNoIdGetsOne() {
        assertThat(read("{'target':{'all':true},'event':'notice','later':1}"))
                .isEqualTo(new Reading.Read(new Broadcast("new", new Target.All(), null, "notice", null, Filter.NONE)));
        assertThat(read("{'target':{'groups':['g']},'event':'notice','data':null}"))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        reading -> assertThat(reading.broadcast().data()).isNotNull());
    }

    /** Request, whether it is malformed (else it cannot be carried out), and the field at fault. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [] | true | target
            {'event':'x'} | false | target
            {'target':'all','event':'x'} | true | target
            {'target':{},'event':'x'} | false | target
            {'target':{'all':false},'event':'x'} | false | target
            {'target':{'all':true,'room':'r'},'event':'x'} | false | target
            {'target':{'everybody':true},'event':'x'} | false | target
            {'target':{'users':[]},'event':'x'} | false | users
            {'target':{'groups':[]},'event':'x'} | false | groups
            {'target':{'users':'u'},'event':'x'} | true | users
            {'target':{'users':['']},'event':'x'} | true | users
            {'target':{'users':[7]},'event':'x'} | true | users
            {'target':{'room':''},'event':'x'} | false | room
            {'target':{'room':7},'event':'x'} | true | room
            {'target':{'all':true}} | false | event
            {'target':{'all':true},'event':''} | false | event
            {'target':{'all':true},'event':7} | true | event
            {'target':{'all':true},'event':'two words'} | false | event
            {'target':{'all':true},'event':'connect'} | false | event
            {'target':{'all':true},'event':'disconnecting'} | false | event
            {'target':{'all':true},'event':'newListener'} | false | event
            {'target':{'all':true},'event':'x','namespace':'rooms'} | false | namespace
            {'target':{'all':true},'event':'x','id':'a b'} | false | id
            {'target':{'all':true},'event':'x','filter':7} | true | filter
            {'target':{'all':true},'event':'x','filter':{'roles':'user'}} | true | roles
            {'target':{'all':true},'event':'x','data':[[[[[[[[[1]]]]]]]]]} | false | data
            """)
    void whatIsWrongIsSaidByItsField(String request, boolean malformed, String field) {
        assertThat(read(request)).isInstanceOfSatisfying(Reading.Odd.class, odd -> {
            assertThat(odd.malformed()).isEqualTo(malformed);
            assertThat(odd.field()).isEqualTo(field);
            assertThat(odd.message()).isNotBlank();
        });
        assertThat(BroadcastReader.read(null, "new")).isInstanceOf(Reading.Odd.class);
    }

    @Test
    void thereAreLimits() {
        var thousand = IntStream.range(0, 1_000).mapToObj(i -> "'u" + i + "'").collect(Collectors.joining(","));
        var large = "{'target':{'all':true},'event':'x','data':'%s'}";

        assertThat(read("{'target':{'users':[" + thousand + "]},'event':'x'}")).isInstanceOf(Reading.Read.class);
        assertThat(read("{'target':{'users':[" + thousand + ",'one more']},'event':'x'}"))
                .isInstanceOf(Reading.Odd.class);
        assertThat(read(large.formatted("x".repeat(16_000)))).isInstanceOf(Reading.Read.class);
        assertThat(read(large.formatted("x".repeat(17_000)))).isInstanceOf(Reading.Odd.class);
    }

    private static Reading read(String request) {
        try {
            return BroadcastReader.read(Json.read(request.replace('\'', '"')), "new");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

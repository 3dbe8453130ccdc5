package io.flotilla.gateway.usersession;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
    /** What the channel says, what listeners hear, quotes left as single ones. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'userId':'u','type':'session_ended','sid':'s','reason':'expired'} | session_ended {'session_id':'s','reason':'expired'}
            {'userId':'u','type':'session_ended','sid':'s'} | session_ended {'session_id':'s','reason':'revoked'}
            {'userId':'u','type':'session_changed','sid':'s','later':[1]} | session_changed {'session_id':'s'}
            {'userId':'u','type':'platform_switched','platform':null,'by':'s'} | platform_switched {'platform':null,'by':'s'}
            {'userId':'u','type':'platform_switched'} | platform_switched {'platform':null,'by':null}
            {'userId':'u','type':'platform_switched','platform':{'id':'p','name':'School','platform_type':'chromium','instance_url':null,'secret':'x'},'by':'s'} | platform_switched {'platform':{'id':'p','name':'School','platform_type':'chromium','instance_url':null},'by':'s'}
            """)
    void whatTheContractNamesIsPassedOnAndNothingElse(String said, String heard) {
        assertThat(read(said).map(event -> event.type() + " " + EventMessages.body(event)))
                .contains(heard.replace('\'', '"'));
        assertThat(read(said).map(UserSessionEvent::userId)).contains("u");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "'text'",
                "{}",
                "{'type':'session_ended','sid':'s'}",
                "{'userId':7,'type':'session_ended','sid':'s'}",
                "{'userId':'','type':'session_ended','sid':'s'}",
                "{'userId':'u','type':'session_ended'}",
                "{'userId':'u','type':'session_changed','sid':['s']}",
                "{'userId':'u','type':'platform_switched','platform':'p'}",
                "{'userId':'u','type':'platform_switched','platform':{'id':'p'}}",
                "{'userId':'u','type':'hello','sid':'s'}",
                "{'userId':'u','userId':'v','type':'session_changed','sid':'s'}"
            })
    void anythingElseIsNothing(String said) {
        assertThat(read(said)).isEmpty();
    }

    @Test
    void whatIsTooLongIsNothing() {
        var fits = "{'userId':'u','type':'session_changed','sid':'s','x':'%s'}";

        assertThat(read(fits.formatted("x".repeat(10_000)))).isPresent();
        assertThat(read(fits.formatted("x".repeat(20_000)))).isEmpty();
        assertThat(read("{'userId':'%s','type':'session_changed','sid':'s'}".formatted("u".repeat(2_000))))
                .isEmpty();
        assertThat(read("[".repeat(10_000))).isEmpty();
    }

    private static Optional<UserSessionEvent> read(String said) {
        return EventReader.read(said.replace('\'', '"'));
    }
}

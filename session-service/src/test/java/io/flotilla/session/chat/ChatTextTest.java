package io.flotilla.session.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "<b>not bold</b> & \"so\"",
                "two\nlines\tand a tab",
                "👩‍👩‍👧 ❤️ 🏳️‍🌈",
                "می‌خواهم",
                "שלום",
                "👍"
            })
    void leavesWhatPeopleWrite(String said) {
        assertThat(ChatText.clean(said)).contains(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'  outer space  ' | outer space",
                "'a\u0000b\u0007c\u001b[31md\u007f' | abc[31md",
                "'evil\u202etxt.exe\u2066' | eviltxt.exe",
                "'half\ud83d' | half",
            })
    void takesOutWhatDoesHarm(String said, String clean) {
        assertThat(ChatText.clean(said)).contains(clean);
    }

    @Test
    void knowsOneKindOfLineBreak() {
        assertThat(ChatText.clean("a\r\nb\rc\u2028d\u2029e")).contains("a\nb\nc\nd\ne");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t\n", "\u0000", "\u200b\u200d", "\u202e", "\ud800", "\u3000"})
    void isNothingWhenNothingCanBeSeen(String said) {
        assertThat(ChatText.clean(said)).isEmpty();
    }

    @Test
    void countsAsPeopleDo() {
        assertThat(ChatText.isTooLong("😀".repeat(2000))).isFalse();
        assertThat(ChatText.isTooLong("a".repeat(2001))).isTrue();
    }
}

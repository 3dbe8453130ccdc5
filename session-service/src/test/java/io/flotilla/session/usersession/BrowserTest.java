package io.flotilla.session.usersession;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.usersession.Browser.Judgement;
import org.junit.jupiter.api.Test;

class BrowserTest {
    private static final String CHROME = "Mozilla/5.0 (X11; Linux x86_64) Chrome/%s Safari/537.36";
    private final Browser known = Browser.of(CHROME.formatted("140.0.1.2"), "en-GB", "192.0.2.1");

    @Test
    void isTheSameAfterAnUpdate() {
        var updated = Browser.of(CHROME.formatted("141.0.0.0"), "en-GB", "192.0.2.1");

        assertThat(known.judge(updated)).isEqualTo(new Judgement.Same(updated));
    }

    @Test
    void mayTravelAndLearnLanguages() {
        var abroad = Browser.of(CHROME.formatted("140.0.1.2"), "fr", "203.0.113.1");

        assertThat(known.judge(abroad)).isEqualTo(new Judgement.Same(abroad));
    }

    @Test
    void isAnotherUnderAnotherName() {
        var other = Browser.of("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "en-GB", null);

        assertThat(known.judge(other)).isEqualTo(new Judgement.Another());
    }

    @Test
    void provesNothingBySilence() {
        assertThat(known.judge(Browser.of(null, "en-GB", "192.0.2.1"))).isEqualTo(new Judgement.Silent());
        assertThat(known.judge(Browser.of("  ", null, null))).isEqualTo(new Judgement.Silent());
    }

    @Test
    void isLearntWhenItFirstTellsItsName() {
        var silent = Browser.of(null, null, "192.0.2.1");

        assertThat(silent.judge(known)).isEqualTo(new Judgement.Same(known));
    }

    @Test
    void keepsWhatIsNotToldAgain() {
        var asked = Browser.of(CHROME.formatted("140.0.1.2"), null, null);

        assertThat(known.judge(asked)).isEqualTo(new Judgement.Same(known));
    }

    @Test
    void isShownWithoutControlCharactersAndNotAtAnyLength() {
        assertThat(Browser.of("evil\r\nname\u202e", null, null).label()).isEqualTo("evil  name");
        assertThat(Browser.of("x".repeat(5_000), null, null).label()).hasSize(256);
    }
}

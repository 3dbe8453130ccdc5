package io.flotilla.vmbroker.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Without a display: the picture is the tab. */
class HeadlessBrowserIT extends BrowserContract {
    @Override
    ChromiumConfig.ScreenKind screen() {
        return ChromiumConfig.ScreenKind.HEADLESS;
    }

    @Test
    void aClickLandsAtItsPixel() {
        show("/field");

        click(0.25, 0.5);

        soon().untilAsserted(() -> assertThat(site.log).contains("down=320,360,0"));
    }
}

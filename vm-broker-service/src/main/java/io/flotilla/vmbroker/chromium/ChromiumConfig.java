package io.flotilla.vmbroker.chromium;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How this machine's browsers are run. */
@ConfigMapping(prefix = "flotilla")
public interface ChromiumConfig {
    /** The browser program; the usual ones are looked for when unset ({@code FLOTILLA_CHROMIUM}). */
    Optional<String> chromium();

    /** {@code auto}: a display of its own for each VM where Xvfb is installed. {@code xvfb}: only so. {@code headless}: never. */
    @WithDefault("auto")
    ScreenKind screen();

    /** See {@link ChromiumConfig#screen}. */
    enum ScreenKind {
        AUTO,
        XVFB,
        HEADLESS
    }
}

package io.flotilla.vmbroker.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.vmbroker.x11.Cursor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CursorThemeTest {
    @TempDir
    Path home;

    @Test
    void everyShapeIsToldByItsHotSpot() throws Exception {
        CursorTheme.write(home);

        assertThat(cssOf("left_ptr")).isEqualTo("default");
        assertThat(cssOf("xterm")).isEqualTo("text");
        assertThat(cssOf("hand2")).isEqualTo("pointer");
        assertThat(cssOf("sw-resize")).isEqualTo("sw-resize");
    }

    @Test
    void aPictureThatIsNotOursHasNoName() {
        var pixels = new int[64];
        pixels[9] = 0xff000000;

        assertThat(CursorTheme.css(new Cursor.Image(8, 8, 0, 0, pixels))).isEmpty();
        assertThat(CursorTheme.css(new Cursor.Image(16, 16, 0, 0, new int[256])))
                .isEmpty();
        assertThat(CursorTheme.css(new Cursor.Image(8, 8, 7, 7, new int[64]))).isEmpty();
    }

    private String cssOf(String name) throws Exception {
        var file = ByteBuffer.wrap(Files.readAllBytes(home.resolve(".icons/default/cursors/" + name)))
                .order(ByteOrder.LITTLE_ENDIAN);
        var chunk = file.getInt(24);
        var image = new Cursor.Image(
                file.getInt(chunk + 16),
                file.getInt(chunk + 20),
                file.getInt(chunk + 24),
                file.getInt(chunk + 28),
                new int[64]);
        return CursorTheme.css(image).orElseThrow();
    }
}

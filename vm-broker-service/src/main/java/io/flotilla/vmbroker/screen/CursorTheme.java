package io.flotilla.vmbroker.screen;

import io.flotilla.vmbroker.x11.Cursor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A pointer theme nobody can see. Every shape is the same wholly transparent picture, and its hot spot is the shape's number: so the
 * captured screen has no pointer in it (viewers draw their own, without its delay), and the display still tells exactly which CSS
 * cursor the browser shows, over pages and over its own bars.
 */
public final class CursorTheme {
    private static final String NAME = "flotilla";
    /** Its square is the most shapes there can be. */
    private static final int SIDE = 8;

    private static final int IMAGE_TYPE = 0xfffd0002;

    /** CSS name → the names toolkits look it up by. */
    private static final Map<String, List<String>> SHAPES = shapes();

    private static final List<String> NUMBERED = List.copyOf(SHAPES.keySet());

    private CursorTheme() {}

    /** Writes the theme, and makes it the default one, below a home directory. */
    public static void write(Path home) throws IOException {
        var cursors = Files.createDirectories(home.resolve(".icons/" + NAME + "/cursors"));
        for (int number = 0; number < NUMBERED.size(); number++) {
            for (var alias : SHAPES.getOrDefault(NUMBERED.get(number), List.of())) {
                Files.write(cursors.resolve(alias), image(number));
            }
        }
        var index = "[Icon Theme]\nName=" + NAME + "\nInherits=" + NAME + "\n";
        for (var theme : List.of("default", "Adwaita")) {
            var directory = Files.createDirectories(home.resolve(".icons/" + theme));
            Files.writeString(directory.resolve("index.theme"), index);
            Files.createSymbolicLink(directory.resolve("cursors"), Path.of("../" + NAME + "/cursors"));
        }
    }

    public static String name() {
        return NAME;
    }

    /** The CSS cursor of a picture of ours; empty for any other, such as one a page brought along. */
    public static Optional<String> css(Cursor.Image image) {
        if (image.width() != SIDE
                || image.height() != SIDE
                || IntStream.of(image.pixels()).anyMatch(pixel -> pixel != 0)) {
            return Optional.empty();
        }
        var number = image.hotY() * SIDE + image.hotX();
        return number < NUMBERED.size() ? Optional.of(NUMBERED.get(number)) : Optional.empty();
    }

    static byte[] image(int number) {
        var file = ByteBuffer.allocate(16 + 12 + 36 + SIDE * SIDE * 4).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {'X', 'c', 'u', 'r'}).putInt(16).putInt(0x10000).putInt(1);
        file.putInt(IMAGE_TYPE).putInt(SIDE).putInt(28);
        file.putInt(36).putInt(IMAGE_TYPE).putInt(SIDE).putInt(1);
        file.putInt(SIDE)
                .putInt(SIDE)
                .putInt(number % SIDE)
                .putInt(number / SIDE)
                .putInt(0);
        return file.array();
    }

    private static Map<String, List<String>> shapes() {
        var shapes = new LinkedHashMap<String, List<String>>();
        shapes.put("default", List.of("default", "left_ptr", "arrow", "top_left_arrow", "X_cursor", "right_ptr"));
        shapes.put("pointer", List.of("pointer", "hand", "hand1", "hand2", "pointing_hand"));
        shapes.put("text", List.of("text", "xterm", "ibeam"));
        shapes.put("vertical-text", List.of("vertical-text"));
        shapes.put("wait", List.of("wait", "watch"));
        shapes.put("progress", List.of("progress", "left_ptr_watch", "half-busy"));
        shapes.put("help", List.of("help", "question_arrow", "whats_this", "left_ptr_help"));
        shapes.put("crosshair", List.of("crosshair", "cross", "tcross"));
        shapes.put("cell", List.of("cell", "plus"));
        shapes.put("move", List.of("move", "fleur", "size_all"));
        shapes.put("all-scroll", List.of("all-scroll"));
        shapes.put("grab", List.of("grab", "openhand"));
        shapes.put("grabbing", List.of("grabbing", "closedhand", "dnd-none"));
        shapes.put("copy", List.of("copy", "dnd-copy"));
        shapes.put("alias", List.of("alias", "link", "dnd-link"));
        shapes.put("context-menu", List.of("context-menu"));
        shapes.put("no-drop", List.of("no-drop", "dnd-no-drop"));
        shapes.put("not-allowed", List.of("not-allowed", "crossed_circle", "forbidden", "circle"));
        shapes.put("zoom-in", List.of("zoom-in", "zoom_in"));
        shapes.put("zoom-out", List.of("zoom-out", "zoom_out"));
        shapes.put("col-resize", List.of("col-resize", "sb_h_double_arrow", "split_h"));
        shapes.put("row-resize", List.of("row-resize", "sb_v_double_arrow", "split_v"));
        shapes.put("ew-resize", List.of("ew-resize", "h_double_arrow", "size_hor"));
        shapes.put("ns-resize", List.of("ns-resize", "v_double_arrow", "size_ver", "double_arrow"));
        shapes.put("nesw-resize", List.of("nesw-resize", "fd_double_arrow", "size_bdiag"));
        shapes.put("nwse-resize", List.of("nwse-resize", "bd_double_arrow", "size_fdiag"));
        shapes.put("n-resize", List.of("n-resize", "top_side"));
        shapes.put("s-resize", List.of("s-resize", "bottom_side"));
        shapes.put("e-resize", List.of("e-resize", "right_side"));
        shapes.put("w-resize", List.of("w-resize", "left_side"));
        shapes.put("ne-resize", List.of("ne-resize", "top_right_corner"));
        shapes.put("nw-resize", List.of("nw-resize", "top_left_corner"));
        shapes.put("se-resize", List.of("se-resize", "bottom_right_corner"));
        shapes.put("sw-resize", List.of("sw-resize", "bottom_left_corner"));
        return shapes;
    }
}

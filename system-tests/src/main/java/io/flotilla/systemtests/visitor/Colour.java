package io.flotilla.systemtests.visitor;

import java.util.List;

/** Colours of the test's pages that survive a lossy journey. */
public enum Colour {
    RED(255, 0, 0),
    GREEN(0, 192, 0),
    BLUE(0, 0, 255),
    YELLOW(255, 224, 0),
    CYAN(0, 224, 224),
    MAGENTA(255, 0, 255),
    WHITE(255, 255, 255);

    private final int red;
    private final int green;
    private final int blue;

    Colour(int red, int green, int blue) {
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    List<Integer> rgb() {
        return List.of(red, green, blue);
    }
}

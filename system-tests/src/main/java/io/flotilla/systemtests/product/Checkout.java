package io.flotilla.systemtests.product;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the product was built. */
public final class Checkout {
    private Checkout() {}

    /** The nearest directory upwards that holds the script {@code flotilla}. */
    public static Path find() {
        for (Path path = Path.of("").toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.isExecutable(path.resolve("flotilla")) && Files.exists(path.resolve("pom.xml"))) {
                return path;
            }
        }
        throw new IllegalStateException(
                "no checkout of Flotilla above " + Path.of("").toAbsolutePath());
    }
}

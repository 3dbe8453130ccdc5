package io.flotilla.launcher;

import java.nio.file.Path;

/** Entry of the one script {@code flotilla}: {@code up}, {@code down} or {@code status}, and the checkout's path. */
public final class Launcher {
    private Launcher() {}

    /** Exit codes: 0 well, 1 something the user can mend (one sentence on stderr) or, for {@code status}, not running; 2 misuse. */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 2) {
            System.err.println("usage: launcher (up|down|status) CHECKOUT");
            System.exit(2);
        }
        try {
            var settings = Settings.from(System.getenv(), Path.of(arguments[1]));
            switch (arguments[0]) {
                case "up" -> new Up(settings, System.out).run();
                case "down" -> Down.run(settings, System.out);
                case "status" -> System.exit(Status.run(settings, System.out) ? 0 : 1);
                default -> {
                    System.err.println("flotilla: no command '" + arguments[0] + "'");
                    System.exit(2);
                }
            }
        } catch (Trouble trouble) {
            System.err.println("flotilla: " + trouble.getMessage());
            System.exit(1);
        }
    }
}

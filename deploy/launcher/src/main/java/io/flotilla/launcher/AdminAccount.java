package io.flotilla.launcher;

/** The account that is there from the start: how its owner learns to sign in, without the password being printed. */
final class AdminAccount {
    static final String PASSWORD = "FLOTILLA_ADMIN_PASSWORD";
    static final String FILE = "admin-password";

    private AdminAccount() {}

    /** One sentence for the person who started Flotilla. */
    static String hint(Settings settings) {
        var name = settings.value("FLOTILLA_ADMIN_USERNAME").orElse("admin");
        var where = settings.value(PASSWORD).isPresent()
                ? "the one you gave in " + PASSWORD
                : "in " + settings.secrets().resolve(FILE);
        return "Sign in as " + name + ": its first password is " + where;
    }
}

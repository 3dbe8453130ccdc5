package io.flotilla.auth.signin;

import java.util.List;

/** The other systems that people may sign in with, as a page offers them. */
public interface SignInProviders {
    List<Provider> providers();

    /** One, by its name in paths and its title on a button. */
    record Provider(String id, String title) {}
}

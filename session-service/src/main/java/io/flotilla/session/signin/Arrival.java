package io.flotilla.session.signin;

import io.flotilla.kit.secret.Secret;
import io.flotilla.session.usersession.Browser;
import io.flotilla.session.usersession.Holder;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signed in.
 *
 * @param cookie what the browser sent; null when it sent none
 * @param cookieless a client that will hold tokens, not a cookie
 */
record Arrival(Holder holder, String method, @Nullable Secret cookie, boolean cookieless, Browser browser) {}

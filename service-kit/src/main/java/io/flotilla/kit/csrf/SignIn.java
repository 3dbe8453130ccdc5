package io.flotilla.kit.csrf;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route by which somebody without a session signs in. With a session's cookie it needs the CSRF token like any other; without one there
 * is none to show, so {@code Sec-Fetch-Site}, or else {@code Origin}, must say that no foreign page signs its visitor in as somebody else.
 * A client that says neither is no browser. A body must be JSON, or a form where {@link AcceptsForms} welcomes forms.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface SignIn {}

package io.flotilla.kit.csrf;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route that pages call without a CSRF token: {@code Sec-Fetch-Site}, or else {@code Origin}, must say that the call comes from our own
 * page, and a body must be JSON, which no form of a foreign page can send.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface SameOrigin {}

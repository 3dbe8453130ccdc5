/**
 * User sessions: one visit of one browser, known by an opaque cookie whose hash is all that is stored. Here they are opened for anonymous
 * visitors, looked at, extended and ended, and here auth-service asks what a cookie means before it signs a token. Deliberately absent:
 * credentials and signatures, which are auth-service's.
 */
@NullMarked
package io.flotilla.session.usersession;

import org.jspecify.annotations.NullMarked;

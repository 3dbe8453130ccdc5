/**
 * How browsers use their user sessions: the cookie, the CSRF token, and the routes that look at, prolong and end the session of the browser
 * that calls. A cookie is recognised in one place ({@link io.flotilla.session.visit.Recognise}), for these routes and for auth-service.
 * Polling is no activity. Deliberately absent: credentials and signatures, which are auth-service's.
 */
@NullMarked
package io.flotilla.session.visit;

import org.jspecify.annotations.NullMarked;

/**
 * Tickets for sockets, which browsers open without headers: a ticket goes into the query string, lives half a minute, and stands once
 * for the user session of whoever asked for it ({@code contracts/tokens.md}).
 */
@NullMarked
package io.flotilla.auth.ticket;

import org.jspecify.annotations.NullMarked;

/**
 * What people say in a VM session's room: stored before anybody sees it, once however often it is sent, in one order a room. The gateway
 * asks on behalf of whoever speaks and spreads what is answered; how fast one may speak is its business. Messages are kept as long as the
 * record of their session, and go with it. Blocks; runs on virtual threads.
 */
@NullMarked
package io.flotilla.session.chat;

import org.jspecify.annotations.NullMarked;

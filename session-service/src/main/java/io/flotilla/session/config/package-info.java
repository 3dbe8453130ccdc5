/** What an operator can set, documented and with its defaults, in one interface; and how this service waits. Nothing here decides anything. */
@NullMarked
package io.flotilla.session.config;

import org.jspecify.annotations.NullMarked;

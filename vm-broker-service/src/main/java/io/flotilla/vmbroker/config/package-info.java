/** What an operator can set, documented and with its defaults, in one interface. Nothing here decides anything. */
@NullMarked
package io.flotilla.vmbroker.config;

import org.jspecify.annotations.NullMarked;

/** Fresh identifiers as a port, so that tests know them beforehand. Secrets are not ids: see {@code kit.secret}. */
@NullMarked
package io.flotilla.kit.id;

import org.jspecify.annotations.NullMarked;

/**
 * Serves the pages that the web module brings as resources: their addresses, their headers, and a friendly page where there is none. What
 * is in a page is not decided here.
 */
@NullMarked
package io.flotilla.session.page;

import org.jspecify.annotations.NullMarked;

/** Who did what, when, from where ({@code contracts/audit.md}): services record entries, session-service keeps them. */
@NullMarked
package io.flotilla.kit.audit;

import org.jspecify.annotations.NullMarked;

/**
 * The audit log ({@code contracts/audit.md}): keeps what this and other services record, shows it to those whom it concerns, and forgets
 * it after a while. A leaf: knows no other feature.
 */
@NullMarked
package io.flotilla.session.audit;

import org.jspecify.annotations.NullMarked;

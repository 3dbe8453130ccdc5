/**
 * What people do with their platform connections: add, change, test, remove, make the default, switch. Rules are pure
 * ({@code PlatformRules}), changes and their audit entries are stored in one transaction, and devices are told once that is so.
 */
@NullMarked
package io.flotilla.session.platformuse;

import org.jspecify.annotations.NullMarked;

/**
 * People with accounts: who they are, and the one record of them. How they prove who they are is for other packages; the hash of a password
 * is only kept here.
 */
@NullMarked
package io.flotilla.auth.account;

import org.jspecify.annotations.NullMarked;

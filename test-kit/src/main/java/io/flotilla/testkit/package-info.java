/**
 * What every service's tests start from: real PostgreSQL and Redis ({@link io.flotilla.testkit.RealServers}), tokens that verify
 * ({@link io.flotilla.testkit.TestTokens}, {@link io.flotilla.testkit.AuthTwin}) and the rules the code keeps
 * ({@link io.flotilla.testkit.HouseRules}). No mock of what can be started, and no knowledge of any service.
 */
@NullMarked
package io.flotilla.testkit;

import org.jspecify.annotations.NullMarked;

package io.flotilla.session.platform;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of connections. */
@ApplicationScoped
class PlatformRows implements PanacheRepositoryBase<PlatformRow, String> {}

package io.flotilla.session.sessionrecord;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of user sessions. */
@ApplicationScoped
class UserSessionRows implements PanacheRepositoryBase<UserSessionRow, String> {}

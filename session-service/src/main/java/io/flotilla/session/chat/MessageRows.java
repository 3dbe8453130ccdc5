package io.flotilla.session.chat;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The table of messages. */
@ApplicationScoped
class MessageRows implements PanacheRepositoryBase<MessageRow, MessageKey> {}

alter table vm_session
    add column control_mode text not null default 'free'
        check (control_mode in ('free', 'single', 'queued', 'supervised')),
    add column turn_seconds int not null default 60;

alter table vm_participant
    -- How a stay ended; null on one that ended before this was known: it was left.
    add column left_because text check (left_because in ('left', 'kicked', 'banned', 'ended')),
    -- On any stay of a user: the user may not come in again.
    add column banned_at timestamptz;

create table chat_message (
    session_id text not null references vm_session (id) on delete cascade,
    -- From 1 in each session, in the order of storing.
    number bigint not null,
    -- Made by whoever sends it, so that sending it again is storing it once.
    id text not null,
    -- The stay it was said in.
    participant_id text not null,
    name text not null,
    -- Gone once it is deleted.
    text text,
    sent_at timestamptz not null,
    deleted_at timestamptz,
    primary key (session_id, number),
    check ((text is null) = (deleted_at is not null))
);
create unique index chat_message_id on chat_message (session_id, id);

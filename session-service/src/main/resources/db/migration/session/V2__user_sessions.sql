alter table user_session
    add column username text,
    add column email text,
    add column method text not null default 'anonymous',
    add column cookieless boolean not null default false,
    add column csrf_hash text,
    add column agent_hash text,
    add column language_hash text,
    add column agent_label text,
    add column address text,
    add column ended_at timestamptz,
    add column end_reason text,
    -- Why it is suspicious, separated by commas; null while it is not.
    add column suspicions text,
    add constraint user_session_end check ((ended_at is null) = (end_reason is null));

drop index user_session_last_activity;
create index user_session_idle on user_session (last_activity) where ended_at is null;
create index user_session_age on user_session (created_at) where ended_at is null;
create index user_session_ended on user_session (ended_at) where ended_at is not null;
drop index user_session_user;
create index user_session_user on user_session (user_id, created_at);

create table session_data (
    handle text not null references user_session (handle) on delete cascade,
    name text not null,
    value text not null,
    size int not null,
    primary key (handle, name)
);

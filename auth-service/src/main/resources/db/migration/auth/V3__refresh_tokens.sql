-- A family is the refresh tokens of one user session, each used once. Only hashes are here.
create table refresh_family (
    session_id text primary key,
    user_id    text        not null,
    ends_at    timestamptz not null,
    killed_at  timestamptz
);
create index refresh_family_user on refresh_family (user_id);

create table refresh_token (
    hash       text primary key,
    session_id text        not null references refresh_family on delete cascade,
    ends_at    timestamptz not null,
    used_at    timestamptz
);
create index refresh_token_session on refresh_token (session_id);
create index refresh_token_end on refresh_token (ends_at);

-- API keys that users made for their programs. Only hashes are here.
create table api_key (
    id           text primary key,
    hash         text        not null unique,
    user_id      text        not null,
    tenant       text        not null,
    name         text        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz
);
create index api_key_user on api_key (user_id);

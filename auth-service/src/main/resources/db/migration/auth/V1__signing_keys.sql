-- The keys that sign tokens. The private half is sealed with the key-encryption key, which is not in this database.
create table signing_key (
    id          text primary key,
    public_key  bytea       not null,
    sealed_key  bytea       not null,
    not_before  timestamptz not null,
    retire_at   timestamptz not null,
    created_at  timestamptz not null default now(),
    constraint signing_key_lives check (retire_at > not_before)
);

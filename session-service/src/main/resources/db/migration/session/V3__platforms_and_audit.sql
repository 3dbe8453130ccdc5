create table platform_connection (
    id text primary key,
    user_id text not null,
    name text not null,
    platform_type text not null check (platform_type in ('chromium', 'hyperbeam', 'kubernetes')),
    instance_url text,
    username text,
    -- Sealed; opens only with this id and this user.
    secret text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    tested_at timestamptz,
    test_reachable boolean,
    test_success boolean,
    test_message text
);
create unique index platform_connection_name on platform_connection (user_id, lower(name));

-- One row a user, so that nobody has two default connections.
create table platform_choice (
    user_id text primary key,
    default_id text references platform_connection (id) on delete set null,
    active_id text references platform_connection (id) on delete set null
);
create index platform_choice_default on platform_choice (default_id);
create index platform_choice_active on platform_choice (active_id);

alter table vm_session add column platform_connection_id text;

create table audit_entry (
    id text primary key,
    at timestamptz not null,
    type text not null,
    actor text,
    actor_name text,
    subject text,
    session_id text,
    address text,
    detail text not null
);
create index audit_entry_at on audit_entry (at desc, id desc);
create index audit_entry_actor on audit_entry (actor, at desc, id desc);
create index audit_entry_subject on audit_entry (subject, at desc, id desc);
create index audit_entry_type on audit_entry (type, at desc, id desc);

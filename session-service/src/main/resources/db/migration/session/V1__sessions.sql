create table user_session (
    handle text primary key,
    secret_hash text not null unique,
    user_id text not null,
    user_group text not null,
    roles text not null,
    created_at timestamptz not null,
    last_activity timestamptz not null
);
create index user_session_last_activity on user_session (last_activity);
create index user_session_user on user_session (user_id);

create table vm_session (
    id text primary key,
    version bigint not null,
    owner_id text not null,
    created_at timestamptz not null,
    platform text not null,
    absolute_seconds bigint not null,
    inactive_seconds bigint not null,
    offline_seconds bigint not null,
    warning_seconds bigint not null,
    state text not null check (state in ('opening', 'live', 'ending', 'ended')),
    state_since timestamptz not null,
    vm_id text,
    expires_at timestamptz,
    end_reason text,
    shared_at timestamptz,
    check (state <> 'live' or (vm_id is not null and expires_at is not null)),
    check (state not in ('ending', 'ended') or end_reason is not null)
);
create unique index vm_session_vm on vm_session (vm_id);
create index vm_session_owner on vm_session (owner_id) where state <> 'ended';
create index vm_session_unfinished on vm_session (state) where state <> 'ended';
create index vm_session_ended on vm_session (state_since) where state = 'ended';

create table vm_participant (
    session_id text not null references vm_session (id) on delete cascade,
    participant_id text not null,
    user_id text not null,
    name text not null,
    role text not null,
    address text not null,
    joined_at timestamptz not null,
    left_at timestamptz,
    primary key (session_id, participant_id)
);
-- Two calls of one person at once must not make two people of them.
create unique index vm_participant_inside on vm_participant (session_id, user_id) where left_at is null;
create index vm_participant_user on vm_participant (user_id) where left_at is null;

create table idempotency_record (
    user_id text not null,
    key_hash text not null,
    body_hash text not null,
    session_id text not null,
    done boolean not null,
    held_until timestamptz not null,
    created_at timestamptz not null,
    primary key (user_id, key_hash)
);
create index idempotency_record_created on idempotency_record (created_at);

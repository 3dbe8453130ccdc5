create table study_session (
    id text primary key,
    owner_id text not null,
    subject_id text not null,
    type text not null check (type in ('free', 'pomodoro')),
    length_seconds bigint,
    break_seconds bigint,
    long_break_seconds bigint,
    vm_session_id text,
    started_at timestamptz not null,
    state text not null check (state in ('running', 'paused', 'ended')),
    state_since timestamptz not null,
    -- What had run when this state began.
    ran_millis bigint not null,
    reason text,
    ends_at timestamptz,
    notes text,
    revision bigint not null,
    check ((state = 'running') = (reason is null)),
    check (type = 'free' or (length_seconds is not null and break_seconds is not null and long_break_seconds is not null))
);
-- One a user, however close together the clicks and on whatever nodes.
create unique index study_session_open on study_session (owner_id) where state <> 'ended';
create index study_session_history on study_session (owner_id, started_at desc, id desc);
create index study_session_due on study_session (ends_at) where ends_at is not null;
create index study_session_shared on study_session (vm_session_id) where state <> 'ended' and vm_session_id is not null;
create index study_session_paused on study_session (state_since) where state = 'paused';

create table study_command (
    user_id text not null,
    command_id text not null,
    fingerprint text not null,
    answer text not null,
    done_at timestamptz not null,
    primary key (user_id, command_id)
);
create index study_command_done on study_command (done_at);

create table vm (
    id            uuid primary key,
    owner         text not null,
    tag           text,
    tenant_id     text,
    node          text not null,
    state         text not null check (state in ('STARTING', 'RUNNING', 'ENDING', 'ENDED')),
    end_reason    text check (end_reason is not null or state in ('STARTING', 'RUNNING')),
    created_at    timestamptz not null,
    ended_at      timestamptz check ((ended_at is not null) = (state = 'ENDED')),
    embed_hash    text not null,
    admin_hash    text not null,
    sealed_tokens text check (sealed_tokens is null or state <> 'ENDED')
);

-- A repeated create finds the VM it made; the tag is free again as soon as the VM is on its way out.
create unique index vm_live_tag on vm (owner, tag) where tag is not null and state in ('STARTING', 'RUNNING');
create index vm_running_of_owner on vm (owner, created_at, id) where state = 'RUNNING';
create index vm_not_ended_of_node on vm (node) where state <> 'ENDED';

-- Facts for other services, written with what they tell and deleted once their stream holds them.
create table fact (
    id   bigint generated always as identity primary key,
    body text not null
);

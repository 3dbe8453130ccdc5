-- People who can sign in. The keys are what makes two names the same: see Names in the code.
create table account (
    id            text primary key,
    username      text        not null,
    username_key  text        not null unique,
    email         text,
    email_key     text unique,
    roles         text[]      not null,
    status        text        not null,
    generation    integer     not null,
    password_hash text,
    created_at    timestamptz not null,
    constraint account_status check (status in ('active', 'disabled'))
);

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
    -- What ended all sessions, until they are known to have ended; and since when.
    ending        text,
    ending_since  timestamptz,
    created_at    timestamptz not null,
    constraint account_status check (status in ('active', 'disabled'))
);
create index account_ending on account (ending_since) where ending is not null;

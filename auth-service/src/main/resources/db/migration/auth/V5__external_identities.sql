-- People whom other systems know, and the accounts they have here.
create table external_identity (
    issuer     text        not null,
    subject    text        not null,
    user_id    text        not null references account,
    created_at timestamptz not null,
    primary key (issuer, subject)
);
create index external_identity_user on external_identity (user_id);

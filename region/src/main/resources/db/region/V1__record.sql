-- One row for each journal record; envelope and body are the texts that its hash was made from.
create table events (
    centre   varchar(32)              not null,
    epoch    varchar(64)              not null,
    seq      bigint                   not null,
    hash     char(64)                 not null,
    previous char(64)                 not null,
    local    char(64),
    envelope varchar(65536)           not null,
    body     varchar(65536)           not null,
    happened timestamp with time zone not null,
    type     varchar(64)              not null,
    primary key (centre, epoch, seq)
);

-- How far each history is stored without a gap.
create table histories (
    centre varchar(32)              not null,
    epoch  varchar(64)              not null,
    seq    bigint                   not null,
    hash   char(64)                 not null,
    begun  timestamp with time zone not null,
    primary key (centre, epoch)
);

-- The newest state of each topic, as it came.
create table states (
    topic   varchar(200)   not null,
    centre  varchar(32)    not null,
    payload varchar(65536) not null,
    primary key (topic)
);

-- When a centre itself was last heard; its last will does not count.
create table heard (
    centre varchar(32)              not null,
    at     timestamp with time zone not null,
    primary key (centre)
);

-- How many people were in a room; a row for each change. No number means that it was not known.
create table samples (
    centre  varchar(32)              not null,
    room    varchar(32)              not null,
    at      timestamp with time zone not null,
    people  integer,
    quality varchar(16)              not null,
    primary key (centre, room, at)
);

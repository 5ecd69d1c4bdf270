-- Records that a centre gave up before they were stored here: they never come.
create table gaps (
    centre    varchar(32)              not null,
    epoch     varchar(64)              not null,
    first_seq bigint                   not null,
    last_seq  bigint                   not null,
    noticed   timestamp with time zone not null,
    primary key (centre, epoch, first_seq)
);

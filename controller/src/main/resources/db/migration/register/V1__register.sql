-- What people import and edit at a centre. Written only by Register, which puts every edit into its
-- log first; the whole file can be rebuilt from a snapshot and that log.

CREATE TABLE applied (
    only_row    INTEGER PRIMARY KEY CHECK (only_row = 1),
    log_epoch   VARCHAR(24) NOT NULL,
    log_seq     BIGINT NOT NULL,
    version     BIGINT NOT NULL
);

CREATE TABLE person (
    id                    VARCHAR(64) PRIMARY KEY,
    name                  VARCHAR(400) NOT NULL,
    kind                  VARCHAR(32) NOT NULL,
    born                  DATE,
    valid_from            TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    valid_until           TIMESTAMP(9) WITH TIME ZONE,
    agreement_accepted_at TIMESTAMP(9) WITH TIME ZONE,
    protected_identity    BOOLEAN NOT NULL
);

-- Keyed hashes of what an import knows a person by.
CREATE TABLE person_key (
    lookup VARCHAR(64) PRIMARY KEY,
    person VARCHAR(64) NOT NULL
);

-- Keyed hashes of card numbers.
CREATE TABLE credential (
    lookup      VARCHAR(64) PRIMARY KEY,
    person      VARCHAR(64) NOT NULL,
    pin_hash    VARCHAR(400),
    valid_until TIMESTAMP(9) WITH TIME ZONE,
    blocked     BOOLEAN NOT NULL
);

CREATE TABLE booking (
    id         VARCHAR(64) PRIMARY KEY,
    room       VARCHAR(64) NOT NULL,
    person     VARCHAR(64) NOT NULL,
    from_time  TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    until_time TIMESTAMP(9) WITH TIME ZONE NOT NULL
);

CREATE TABLE ticket (
    id          VARCHAR(64) PRIMARY KEY,
    code_lookup VARCHAR(64) NOT NULL,
    person      VARCHAR(64),
    room        VARCHAR(64),
    valid_from  TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    valid_until TIMESTAMP(9) WITH TIME ZONE NOT NULL
);

CREATE TABLE head_count (
    room   VARCHAR(64) PRIMARY KEY,
    people INTEGER NOT NULL
);

CREATE TABLE staff_account (
    login         VARCHAR(64) PRIMARY KEY,
    display_name  VARCHAR(400) NOT NULL,
    password_hash VARCHAR(400) NOT NULL,
    must_change   BOOLEAN NOT NULL,
    capabilities  VARCHAR(400) NOT NULL
);

-- Rows of imports that could not be taken, without the numbers in them.
CREATE TABLE parked_row (
    id      VARCHAR(64) PRIMARY KEY,
    place   INTEGER NOT NULL,
    kind    VARCHAR(32) NOT NULL,
    line    INTEGER NOT NULL,
    col     VARCHAR(64),
    problem VARCHAR(1000) NOT NULL,
    cells   VARCHAR(8000) NOT NULL
);

-- What the latest imports of people changed, as JSON, for taking them back.
CREATE TABLE import_done (
    id      VARCHAR(64) PRIMARY KEY,
    place   INTEGER NOT NULL,
    changes CHARACTER LARGE OBJECT NOT NULL
);

-- Keys of the journal's local bodies, wrapped.
CREATE TABLE local_key (
    id        VARCHAR(16) PRIMARY KEY,
    subject   VARCHAR(64) NOT NULL,
    retention VARCHAR(32) NOT NULL,
    for_month VARCHAR(7) NOT NULL,
    wrapped   VARBINARY(64) NOT NULL
);

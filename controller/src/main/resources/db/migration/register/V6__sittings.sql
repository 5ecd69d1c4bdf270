-- Sittings of universities at this centre, and who is to write.
CREATE TABLE sitting (
    id              VARCHAR(64) PRIMARY KEY,
    university      VARCHAR(400) NOT NULL,
    course          VARCHAR(400) NOT NULL,
    exam            VARCHAR(400),
    on_day          DATE NOT NULL,
    start_time      TIME(9) NOT NULL,
    writing_minutes INTEGER NOT NULL,
    home_start      TIME(9),
    list_state      VARCHAR(32) NOT NULL
);

CREATE TABLE registration (
    id            VARCHAR(64) PRIMARY KEY,
    sitting       VARCHAR(64) NOT NULL,
    person        VARCHAR(64) NOT NULL,
    status        VARCHAR(32) NOT NULL,
    room          VARCHAR(64),
    seat          VARCHAR(400),
    centre        VARCHAR(64),
    extra_percent INTEGER NOT NULL,
    small_room    BOOLEAN NOT NULL,
    fee           VARCHAR(32) NOT NULL,
    reference     VARCHAR(400)
);

-- Numbers by which universities know their candidates; nowhere but in this encrypted file and in
-- the register's encrypted log and snapshots.
CREATE TABLE candidate_number (
    person VARCHAR(64) PRIMARY KEY,
    number VARCHAR(64) NOT NULL
);

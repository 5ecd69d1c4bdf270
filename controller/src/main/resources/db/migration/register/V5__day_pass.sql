-- Day passes: which rooms and doors a printed code opens, and when. Keyed hashes of what is printed.
CREATE TABLE day_pass (
    lookup      VARCHAR(64) PRIMARY KEY,
    person      VARCHAR(64) NOT NULL,
    code_lookup VARCHAR(64) NOT NULL,
    rooms       VARCHAR NOT NULL,
    doors       VARCHAR NOT NULL,
    valid_from  TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    valid_until TIMESTAMP(9) WITH TIME ZONE NOT NULL
);

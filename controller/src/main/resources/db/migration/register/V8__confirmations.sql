-- What candidates are told: where, and the ticket that stands and falls with a registration.
CREATE TABLE candidate_contact (
    person VARCHAR(64) PRIMARY KEY,
    email  VARCHAR(400) NOT NULL
);

ALTER TABLE ticket ADD COLUMN registration VARCHAR(64);

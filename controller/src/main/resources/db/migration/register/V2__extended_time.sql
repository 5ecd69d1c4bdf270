-- Whether doors stay unlocked longer for a person.
ALTER TABLE person ADD COLUMN extended_time BOOLEAN DEFAULT FALSE NOT NULL;

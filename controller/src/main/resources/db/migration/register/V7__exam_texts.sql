-- The words of deviations, by the note in the journal that has their hash; gone with the sitting.
CREATE TABLE exam_text (
    note    VARCHAR(64) PRIMARY KEY,
    sitting VARCHAR(64) NOT NULL,
    words   VARCHAR(2000) NOT NULL
);

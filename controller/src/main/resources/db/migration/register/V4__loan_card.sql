-- The number of a spare card that is lent; null for a card of the person's own.
ALTER TABLE credential ADD COLUMN loan VARCHAR(8);

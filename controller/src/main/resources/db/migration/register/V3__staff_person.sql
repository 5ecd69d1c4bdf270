-- Whose cards open a terminal's staff mode for an account.
ALTER TABLE staff_account ADD COLUMN person VARCHAR;

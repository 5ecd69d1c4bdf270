-- When the mail server took a candidate's confirmation.
ALTER TABLE ticket ADD COLUMN mailed TIMESTAMP(9) WITH TIME ZONE;

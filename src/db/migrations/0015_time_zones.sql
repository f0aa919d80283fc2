-- Compatibility: programs of before run beside this one; they store a language always, and read none that is null.

-- In which time zone somebody is told times; null as the account has it. Who chose a zone alone chose no language.
ALTER TABLE people ADD COLUMN time_zone text;
ALTER TABLE people ALTER COLUMN language DROP NOT NULL;

-- Compatibility: programs of before run beside this one; they store the languages that they have.

-- Which languages there are is known by the texts (src/words/*.ftl), and a language that is added needs no migration.
ALTER TABLE people DROP CONSTRAINT people_language_check;

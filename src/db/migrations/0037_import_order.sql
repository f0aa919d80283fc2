-- Compatible with the version before, which asks for the same rows in a slower way.

-- What is to be filled next, and what of it: found without passing what is done.
CREATE INDEX import_units_next ON import_units (import, first_at, thread) WHERE state = 'waiting' AND kind <> 'space';
CREATE INDEX import_mails_next ON import_mails (thread, (coalesce(at, 'infinity'::timestamptz)), ordinal)
  WHERE state = 'waiting';
DROP INDEX import_units_open;
CREATE INDEX import_units_begun ON import_units (import) WHERE state = 'filling';

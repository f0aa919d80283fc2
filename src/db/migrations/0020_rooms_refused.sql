-- Compatible with the version before, which writes none of it.

-- Where the homeserver makes no rooms for an account: since when, and its answer (a status and its word, such as '400 M_FORBIDDEN').
-- Null again as soon as it has made one.
ALTER TABLE accounts
  ADD COLUMN rooms_refused text,
  ADD COLUMN rooms_refused_since timestamptz;

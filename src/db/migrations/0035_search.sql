-- Compatible with the version before, which writes no texts: what it shows in the meantime is not found.

-- The words of a mail or an answer that stands in a room, for `!mail search`. A row without words says that they were
-- taken out (a redaction), so that nothing reads them in again.
CREATE TABLE search_texts (
  entry    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account  text NOT NULL REFERENCES accounts,
  -- Where it stands now: it goes with its mail (`messages.thread`).
  thread   text NOT NULL REFERENCES threads,
  -- Of a living mail its message; of one that was brought in its place in the import.
  message  text UNIQUE REFERENCES messages ON DELETE CASCADE,
  import   text,
  ordinal  integer,
  -- When it was written, as far as that is believed.
  at       timestamptz NOT NULL,
  sender   text NOT NULL,
  subject  text NOT NULL,
  -- What excerpts are made of.
  body     text NOT NULL,
  -- The text search configuration of its language; none: its words were taken out.
  language text NOT NULL,
  vector   tsvector NOT NULL,
  UNIQUE (import, ordinal),
  FOREIGN KEY (import, ordinal) REFERENCES import_mails ON DELETE CASCADE,
  CHECK ((message IS NULL) = (import IS NOT NULL) AND (import IS NULL) = (ordinal IS NULL))
);
CREATE INDEX search_texts_thread ON search_texts (thread);
CREATE INDEX search_texts_account ON search_texts (account, at);
CREATE INDEX search_texts_words ON search_texts USING gin (vector);

-- How far the messages of an account are read in that were there before, in the order of `messages_id`.
CREATE TABLE search_progress (
  account text PRIMARY KEY REFERENCES accounts,
  id_hash bytea NOT NULL DEFAULT '',
  message text NOT NULL DEFAULT '',
  done    boolean NOT NULL DEFAULT false
);

-- Words as they are searched for: all as they are written, with their places; then their stems in its language, and what
-- it is labelled with, without. Postgres refuses what has too many different words (more than 1 MB of them); no mail
-- waits for that: half of them are taken instead, and so on.
CREATE FUNCTION search_vector(language text, stems text, words text, marks text[]) RETURNS tsvector
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN to_tsvector('simple', words) || strip(to_tsvector(language::regconfig, stems)) || array_to_tsvector(marks);
EXCEPTION WHEN OTHERS THEN
  IF length(words) < 1000 THEN
    RETURN to_tsvector('simple', words);
  END IF;
  RETURN search_vector('simple', '', left(words, length(words) / 2), marks);
END
$$;

-- What has these words, by the index alone. Postgres would rather read the whole table for a frequent word, and takes no
-- account of what it costs to fetch and unpack the words of each row: of 100,000 mails all of which have the word, 1.6 s
-- against 0.2 s.
CREATE FUNCTION search_matches(accounts text[], query tsquery) RETURNS TABLE (entry bigint, at timestamptz)
LANGUAGE sql STABLE SET enable_seqscan = off AS $$
  SELECT s.entry, s.at FROM search_texts s
  WHERE s.vector @@ query AND s.account = ANY (accounts) AND s.language <> 'none'
$$;

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

-- How far mails are read in that were there before: newest first, of an account, or of an import where one is named.
CREATE TABLE search_progress (
  account text NOT NULL REFERENCES accounts,
  import  text NOT NULL DEFAULT '',
  -- The number (`messages.seq`, `import_mails.ordinal`) down to which all were looked at; null for none yet.
  down_to bigint,
  -- When the mail was written that was looked at last.
  reached timestamptz,
  done    boolean NOT NULL DEFAULT false,
  PRIMARY KEY (account, import)
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

-- Members who speak as themselves. A process of before does not read it, and says what they wrote for them.

-- Who gave a token of their own, or wants nobody to speak as them. Whoever has no row is spoken as where the second
-- registration lets Mailroom. The token itself is no column: it is sealed.
CREATE TABLE puppets (
  user_id text PRIMARY KEY,
  -- token: by the token that they gave. off: not at all.
  way text NOT NULL CHECK (way IN ('token', 'off')),
  -- refused: the homeserver takes the token no more. Its owner has been told so, and nobody speaks as them.
  state text NOT NULL DEFAULT 'good' CHECK (state IN ('good', 'refused')),
  at timestamptz NOT NULL DEFAULT now()
);

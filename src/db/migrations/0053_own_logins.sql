-- Compatible with the version before, which knows no logins of members.

-- Logins with members' own mailboxes, on their way from a link in a chat over a page to a code in the chat. Of what
-- opens something only hashes stand here. A row is kept for a day, so that an old link says that it is old; what was
-- entered on its page is gone after minutes.
CREATE TABLE own_logins (
  -- SHA-256 of the secret in the link.
  link     bytea PRIMARY KEY,
  user_id  text NOT NULL,
  language text NOT NULL,
  made_at  timestamptz NOT NULL DEFAULT now(),
  -- SHA-256 of the cookie of the one browser that the link is open in.
  browser  bytea,
  -- Logins that were tried at mail servers.
  tries    integer NOT NULL DEFAULT 0,
  -- What was entered and was found right: the account that it becomes, without secrets.
  account  text,
  settings text,
  -- SHA-256 of link and code.
  code     bytea,
  coded_at timestamptz,
  -- Wrong codes.
  guesses  integer NOT NULL DEFAULT 0,
  ended_at timestamptz
);
CREATE INDEX own_logins_user ON own_logins (user_id);

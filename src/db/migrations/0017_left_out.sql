-- Compatible with the version before, which tells of a paused address at each mail, and asks a banned ghost in again when they write.

-- Which paused addresses the people of a conversation were told of: since when they were paused then.
CREATE TABLE left_out_told (
  account     text NOT NULL REFERENCES accounts,
  thread      text NOT NULL REFERENCES threads,
  address_key text NOT NULL,
  since       timestamptz NOT NULL,
  PRIMARY KEY (thread, address_key)
);

-- Somebody banned their ghost from the room: they get nothing of the conversation, also when they write, until somebody says otherwise.
ALTER TABLE thread_recipients ADD COLUMN banned boolean NOT NULL DEFAULT false;

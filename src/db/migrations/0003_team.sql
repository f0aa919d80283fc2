-- What a team does with its threads: claims, notes, recipients that people chose, lists.

-- Pictures of ghosts on the homeserver, by what they show: colour and initials.
CREATE TABLE avatars (
  avatar text PRIMARY KEY,
  mxc    text NOT NULL,
  at     timestamptz NOT NULL DEFAULT now()
);

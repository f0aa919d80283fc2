-- Compatible with the version before, whose reactions count as words until they have left.

-- Whether a message of a mail is a reaction. What people write may hold U+0000, and the operators of json that look
-- into it fail there: no statement reads it out of the content.
ALTER TABLE outgoing_events ADD COLUMN reaction boolean NOT NULL DEFAULT false;
-- The content is JSON of ours around theirs, which begins with the type.
UPDATE outgoing_events SET reaction = true WHERE starts_with(content::text, '{"type":"m.reaction",');

-- Compatible with the version before, which neither reads nor writes the new column.

-- The place among the messages (messages.seq) that a suspected mail keeps, so that it stands where it came once somebody accepts it.
ALTER TABLE mails ADD COLUMN place bigint;

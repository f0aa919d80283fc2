-- Compatible with the version before, which reads rooms back at its start alone, lists every room in its space, and leaves
-- these columns as they are.

-- When the last reading back of a room began that went well: what was known by then ends the next one. Null where there
-- was none yet.
ALTER TABLE rooms ADD COLUMN read_at timestamptz;
-- When one began last, whatever came of it; -infinity where the next is to begin at once.
ALTER TABLE rooms ADD COLUMN read_tried_at timestamptz;

-- It was made where its space listed as many as it does at most. What it became later stands in thread_work.shown.
ALTER TABLE rooms ADD COLUMN unlisted boolean NOT NULL DEFAULT false;

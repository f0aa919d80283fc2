-- Compatible with the version before.

-- Tables whose rows live for seconds, or are written again and again. By itself Postgres looks after a table when a
-- fifth of it is dead: of one that holds a backlog that is a great many.

-- A job is inserted, claimed and deleted: three versions. Measured with 20 keys and a backlog of 50,000 of which the
-- first 8,400 were worked off: the heads of the keys cost a claim 95 pages (0.25 ms) before, 16,203 pages (3 to 9 ms)
-- then, which Postgres' own settings leave as it is (10,050 dead rows), and 84 (0.2 ms) after a VACUUM.
ALTER TABLE jobs SET (
  autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0,
  autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000);

-- One row a process, account or mailbox, renewed many times a minute, with no index over what changes: there is room
-- beside each version for the next, in the same page (HOT).
ALTER TABLE processes SET (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
ALTER TABLE accounts SET (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
ALTER TABLE mailboxes SET (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
ALTER TABLE brake_buckets SET (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

-- Written once for each mail or conversation and a few times more within minutes; old rows are left alone, so that a
-- fifth of all is dead long after the fresh ones are full of it.
ALTER TABLE matrix_sends SET (
  fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE mails SET (
  fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE threads SET (
  fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE rooms SET (
  fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE thread_work SET (
  fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

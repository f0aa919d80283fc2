-- Compatible with the version before, which claims by statements of its own.

-- Claims jobs of a queue for a process, and says when more may be claimed. Two statements: which keys are free, each
-- locked until the transaction ends, and then, by a statement that sees what whoever had the lock before has
-- committed, the first jobs of each. Within a function they are one round trip, and outside of a transaction one
-- commit. Rows: the claimed jobs, with how many stand in their key, up to one more than asked for; then one row without
-- a job, with how many keys were free, and the milliseconds until another may be claimed (null for none).
CREATE FUNCTION claim_jobs(
  of_queue text, for_owner uuid, of_accounts text[], busy_keys text[], most_keys integer, running_accounts text[],
  running_keys integer[], most_of_account integer, newest_first boolean, most_of_key integer, key_locks bigint
) RETURNS TABLE (
  job bigint, account text, key text, subject text, attempts integer, failures integer, standing bigint,
  due double precision
) LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
DECLARE
  free_keys text[];
  due_ms double precision;
BEGIN
  -- The heads of all keys that wait: a loose index scan, whose cost is the number of keys, not of jobs.
  -- held: the keys that other living processes work on (a job of theirs need not be the first), and until when.
  WITH RECURSIVE heads AS (
    (SELECT key, job FROM jobs WHERE queue = of_queue AND state = 'ready' ORDER BY key, job LIMIT 1)
    UNION ALL
    SELECT n.key, n.job FROM heads h, LATERAL (
      SELECT key, job FROM jobs WHERE queue = of_queue AND state = 'ready' AND key > h.key ORDER BY key, job LIMIT 1) n
  ), held AS MATERIALIZED (
    SELECT o.key, max(p.alive_until) AS until FROM jobs o
    JOIN processes p ON p.owner = o.owner AND p.alive_until > now()
    WHERE o.queue = of_queue AND o.state = 'ready' AND o.owner IS NOT NULL AND o.owner <> for_owner GROUP BY o.key
  ), open AS MATERIALIZED (
    SELECT j.job, j.key, j.account, j.run_at, held.until, coalesce(r.keys, 0) AS running
    FROM jobs j JOIN heads USING (job) LEFT JOIN held ON held.key = j.key
    LEFT JOIN unnest(running_accounts, running_keys) AS r (account, keys) USING (account)
    WHERE j.key <> ALL(busy_keys) AND (j.account IS NULL OR j.account = ANY(of_accounts))
  ), free AS (
    SELECT job, key, account, running, row_number() OVER (PARTITION BY account ORDER BY job) AS old,
      row_number() OVER (PARTITION BY account ORDER BY job DESC) AS new
    FROM open WHERE run_at <= now() AND until IS NULL
  ), placed AS MATERIALIZED (
    SELECT job, key, account, running + row_number() OVER (PARTITION BY account ORDER BY
      CASE WHEN newest_first THEN least(2 * old, 2 * new - 1) WHEN NOT newest_first THEN least(2 * old - 1, 2 * new) END,
      job) AS nth
    FROM free
  ), chosen AS MATERIALIZED (
    SELECT key FROM placed WHERE account IS NULL OR nth <= most_of_account ORDER BY nth, job LIMIT most_keys
  ), taken AS MATERIALIZED (
    SELECT key FROM chosen WHERE pg_try_advisory_xact_lock(hashtextextended(of_queue || ' ' || key, key_locks)))
  SELECT ARRAY(SELECT key FROM taken), (
    SELECT (extract(epoch FROM min(greatest(run_at, until)) - now()) * 1000)::double precision FROM open
    WHERE NOT EXISTS (SELECT FROM taken WHERE taken.key = open.key)
      AND (account IS NULL OR (running < most_of_account AND NOT EXISTS (
        SELECT FROM placed WHERE placed.job = open.job AND placed.nth > most_of_account))))
  INTO free_keys, due_ms;

  IF cardinality(free_keys) > 0 THEN
    RETURN QUERY WITH held AS MATERIALIZED (
      SELECT o.key FROM jobs o JOIN processes p ON p.owner = o.owner AND p.alive_until > now()
      WHERE o.queue = of_queue AND o.state = 'ready' AND o.owner IS NOT NULL AND o.owner <> for_owner
    ), runs AS (
      SELECT n.job, n.standing FROM unnest(free_keys) AS wanted (key), LATERAL (
        SELECT first.job, bool_and(first.run_at <= now() AND (first.account IS NULL OR
            first.account = ANY(of_accounts))) OVER (ORDER BY first.job) AS runs,
          row_number() OVER (ORDER BY first.job) AS nth, count(*) OVER () AS standing
        FROM (
          SELECT job, run_at, account FROM jobs WHERE queue = of_queue AND state = 'ready' AND key = wanted.key
          ORDER BY job LIMIT most_of_key + 1) first) n
      WHERE n.runs AND n.nth <= most_of_key AND NOT EXISTS (SELECT FROM held WHERE held.key = wanted.key))
    UPDATE jobs SET owner = for_owner, attempts = jobs.attempts + 1
    FROM runs WHERE jobs.job = runs.job AND jobs.state = 'ready' AND (jobs.owner IS NULL OR jobs.owner = for_owner
      OR NOT EXISTS (SELECT FROM processes p WHERE p.owner = jobs.owner AND p.alive_until > now()))
    RETURNING jobs.job, jobs.account, jobs.key, jobs.subject, jobs.attempts, jobs.failures, runs.standing,
      NULL::double precision;
  END IF;
  RETURN QUERY SELECT NULL::bigint, NULL::text, NULL::text, NULL::text, NULL::integer, NULL::integer,
    cardinality(free_keys)::bigint, due_ms;
END $$;

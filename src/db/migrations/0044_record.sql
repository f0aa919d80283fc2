-- Compatible with the version before, which writes down nothing of what it does.

-- What people and programs did, on its way into the record: written with the act itself, in its transaction, and moved
-- within seconds. Persons stand here by name.
CREATE TABLE audit_waiting (
  waiting bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- JSON, see db/record-tables/audit.ts.
  body    text NOT NULL
);

-- The record. Each hash is made of the entry and of the hash before it.
CREATE TABLE audit_log (
  entry bigint PRIMARY KEY,
  at    timestamptz NOT NULL,
  -- JSON, as it was hashed. Persons stand in it encrypted, each under a key of their own.
  body  text NOT NULL,
  hash  bytea NOT NULL
);
CREATE INDEX audit_log_at ON audit_log (at);

-- The keys of persons. Without its row nobody can say any more who somebody of the record is.
CREATE TABLE audit_persons (
  person    text PRIMARY KEY,
  name_hash bytea NOT NULL UNIQUE,
  key       bytea NOT NULL
);

-- How far the record went, and with which hash, signed under the secret of the config.
CREATE TABLE audit_heads (
  entry     bigint PRIMARY KEY,
  hash      bytea NOT NULL,
  at        timestamptz NOT NULL,
  key       text NOT NULL,
  signature text NOT NULL
);

CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the record only grows: % of % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'raise_exception';
END $$;

CREATE TRIGGER audit_log_grows BEFORE UPDATE OR DELETE ON audit_log
  FOR EACH ROW EXECUTE FUNCTION audit_only_grows();
CREATE TRIGGER audit_log_stays BEFORE TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();
CREATE TRIGGER audit_heads_grow BEFORE UPDATE OR DELETE ON audit_heads
  FOR EACH ROW EXECUTE FUNCTION audit_only_grows();
CREATE TRIGGER audit_heads_stay BEFORE TRUNCATE ON audit_heads
  FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();
-- What waits is moved (deleted here in the transaction that chains it), and never changed.
CREATE TRIGGER audit_waiting_as_written BEFORE UPDATE ON audit_waiting
  FOR EACH ROW EXECUTE FUNCTION audit_only_grows();
CREATE TRIGGER audit_waiting_stays BEFORE TRUNCATE ON audit_waiting
  FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();

-- Who did what with a case, as a chain (Audit/AuditChain). What an earlier program wrote was bound by nothing and named persons in clear.
DROP TABLE audit;
CREATE TABLE audit (
  no           INTEGER PRIMARY KEY,          -- rises by one, never used again
  at           INTEGER NOT NULL,
  person       BLOB    NOT NULL,             -- keyed hash; names nobody once the person is erased
  who          TEXT    NOT NULL,
  what         TEXT    NOT NULL,             -- never content
  mac          BLOB    NOT NULL              -- binds this row and the mac before it
);
CREATE INDEX audit_person ON audit (person, no);

-- What could not be taken or sent: enough to find the fault by, nothing that was said.
CREATE TABLE parked (
  id           INTEGER PRIMARY KEY,
  kind         TEXT    NOT NULL,             -- turn, update, reply
  channel      TEXT    NOT NULL,
  key          TEXT    NOT NULL,             -- as the log shows it
  at           INTEGER NOT NULL,
  fault        TEXT    NOT NULL,
  UNIQUE (kind, channel, key)
);

-- How many persons began to talk in a calendar year of China, by channel: a number that outlives them, for the law on data sent abroad.
CREATE TABLE person_year (
  year         TEXT    NOT NULL,
  channel      TEXT    NOT NULL,
  persons      INTEGER NOT NULL,
  PRIMARY KEY (year, channel)
) WITHOUT ROWID;
INSERT INTO person_year SELECT strftime('%Y', created_at / 1000, 'unixepoch', '+8 hours'), channel, count(*) FROM person GROUP BY 1, 2;
CREATE TRIGGER person_counted AFTER INSERT ON person BEGIN
  INSERT INTO person_year VALUES (strftime('%Y', new.created_at / 1000, 'unixepoch', '+8 hours'), new.channel, 1)
  ON CONFLICT (year, channel) DO UPDATE SET persons = persons + 1;
END;

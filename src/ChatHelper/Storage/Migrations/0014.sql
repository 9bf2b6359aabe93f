-- Recovery codes, for every channel, as keyed hashes alone. A code moves a case to another address; no device is paired any more.
CREATE TABLE recovery (
  lookup       BLOB    PRIMARY KEY,          -- keyed hash of the code
  person_id    INTEGER NOT NULL UNIQUE REFERENCES person ON DELETE CASCADE,
  at           INTEGER NOT NULL
);
DROP TABLE web_device;
DROP TABLE web_recovery;
-- The number that locks a talk (as a slow hash), what the gate waits for, previews. State 2 of an outbox row: waits until the talk is unlocked.
CREATE TABLE gate (
  person_id    INTEGER PRIMARY KEY REFERENCES person ON DELETE CASCADE,
  version      INTEGER NOT NULL,             -- counts writes; bound into the closed content
  content      BLOB    NOT NULL
);

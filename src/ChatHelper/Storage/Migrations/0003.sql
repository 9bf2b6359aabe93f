-- Ways back into a web conversation. Codes and cookies stand here only as keyed hashes.
CREATE TABLE web_recovery (
  lookup       BLOB    PRIMARY KEY,          -- keyed hash of the recovery code
  person_id    INTEGER NOT NULL UNIQUE REFERENCES person ON DELETE CASCADE,
  at           INTEGER NOT NULL
);
CREATE TABLE web_device (
  lookup       BLOB    PRIMARY KEY,          -- keyed hash of the cookie of a device that came with a code
  person_id    INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
  at           INTEGER NOT NULL
);
CREATE INDEX web_device_person ON web_device (person_id);

-- Who may sit at the desk. Names, password hashes and second factors stand closed in content; a name is found by its keyed hash.
CREATE TABLE desk_account (
  account_id   INTEGER PRIMARY KEY,
  lookup       BLOB    NOT NULL UNIQUE,
  role         INTEGER NOT NULL,             -- 0 volunteer, 1 lead
  stamp        TEXT    NOT NULL,             -- random; another one ends all sessions
  version      INTEGER NOT NULL,             -- counts writes; bound into the closed content
  content      BLOB    NOT NULL
);
-- A change of the crew that waits for the word of a second lead.
CREATE TABLE desk_change (
  change_id    TEXT    PRIMARY KEY,
  account_id   INTEGER NOT NULL REFERENCES desk_account ON DELETE CASCADE,
  what         TEXT    NOT NULL,             -- remove, lead, volunteer
  asked_by     INTEGER NOT NULL REFERENCES desk_account ON DELETE CASCADE,
  at           INTEGER NOT NULL,
  UNIQUE (account_id, what)
);
-- Masked fields that were shown: kind, reason and note are closed.
CREATE TABLE desk_reveal (
  id           INTEGER PRIMARY KEY,
  person_id    INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
  case_id      TEXT    NOT NULL,
  account_id   INTEGER NOT NULL,
  at           INTEGER NOT NULL,
  content      BLOB    NOT NULL
);
CREATE INDEX desk_reveal_person ON desk_reveal (person_id);
CREATE INDEX desk_reveal_case ON desk_reveal (case_id, account_id, at);
-- claimed_by: an account's number, or 'telegram:' and a name. announced: the person was told that somebody has come.
ALTER TABLE handover ADD COLUMN claimed_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE handover ADD COLUMN announced INTEGER NOT NULL DEFAULT 0;
UPDATE handover SET announced = 1 WHERE state > 0;
UPDATE handover SET claimed_by = 'telegram:' WHERE claimed_by LIKE 'telegram:%';
UPDATE handover SET state = 0, claimed_by = NULL WHERE state = 1 AND claimed_by <> 'telegram:'; -- names that came by link are no accounts

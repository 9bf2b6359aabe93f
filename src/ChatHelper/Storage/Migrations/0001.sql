-- Personal content stands only in the columns named content, address and reply; each is closed by Vault/Seal.
CREATE TABLE person (
  person_id    INTEGER PRIMARY KEY,
  channel      TEXT    NOT NULL,
  lookup       BLOB    NOT NULL,             -- keyed hash of the channel's own id
  address      BLOB    NOT NULL,             -- the channel's own id, closed
  created_at   INTEGER NOT NULL,             -- all times: Unix milliseconds, UTC
  UNIQUE (channel, lookup)
);
CREATE TABLE conversation (
  person_id    INTEGER PRIMARY KEY REFERENCES person ON DELETE CASCADE,
  version      INTEGER NOT NULL,             -- counts writes; bound into the closed content
  pack_version TEXT    NOT NULL,
  touched_at   INTEGER NOT NULL,
  content      BLOB    NOT NULL
);
CREATE TABLE seen (
  channel      TEXT    NOT NULL,
  key          TEXT    NOT NULL,
  person_id    INTEGER NOT NULL,
  at           INTEGER NOT NULL,
  reply        BLOB,                         -- the first reply, when it travelled inside the channel's own answer
  PRIMARY KEY (channel, key)
) WITHOUT ROWID;
CREATE TABLE outbox (
  id           INTEGER PRIMARY KEY,          -- Storage/Sequence: rises, never used again
  person_id    INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
  state        INTEGER NOT NULL,             -- 0 ready, 1 claimed; a sent row is gone
  class        INTEGER NOT NULL,             -- 0 advice, 1 question
  attempts     INTEGER NOT NULL DEFAULT 0,
  content      BLOB    NOT NULL
);
CREATE INDEX outbox_person ON outbox (person_id);
CREATE TABLE due (
  id           INTEGER PRIMARY KEY,
  person_id    INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
  kind         TEXT    NOT NULL,
  at           INTEGER NOT NULL,
  UNIQUE (person_id, kind)
);
CREATE INDEX due_at ON due (at);
CREATE TABLE handover (
  case_id      TEXT    PRIMARY KEY,          -- 128 random bits
  person_id    INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
  state        INTEGER NOT NULL,             -- 0 waiting, 1 claimed, 2 closed
  urgency      TEXT    NOT NULL,
  asked_at     INTEGER NOT NULL,
  claimed_by   TEXT,
  content      BLOB    NOT NULL              -- the summary the person agreed to
);
CREATE INDEX handover_person ON handover (person_id);
CREATE INDEX handover_open ON handover (state, asked_at);
CREATE TABLE desk_message (
  id           INTEGER PRIMARY KEY,
  person_id    INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
  case_id      TEXT    NOT NULL,
  from_person  INTEGER NOT NULL,
  at           INTEGER NOT NULL,
  content      BLOB    NOT NULL
);
CREATE INDEX desk_message_case ON desk_message (case_id);
CREATE INDEX desk_message_person ON desk_message (person_id);
CREATE TABLE file (
  file_id      TEXT    PRIMARY KEY,          -- 128 random bits; also its name on disk
  person_id    INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
  at           INTEGER NOT NULL,
  content      BLOB    NOT NULL              -- name, kind, size, hash
);
CREATE INDEX file_person ON file (person_id);
CREATE TABLE audit (
  id           INTEGER PRIMARY KEY,
  person_id    INTEGER NOT NULL,
  at           INTEGER NOT NULL,
  who          TEXT    NOT NULL,
  what         TEXT    NOT NULL              -- never content: letter ids, hand-overs, erasures
);
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

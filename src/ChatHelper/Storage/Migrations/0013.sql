-- Talks that came to something that is refused, for the desk to look at: the name of the answer that refused, never a word.
CREATE TABLE flag (
  person_id    INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
  reason       TEXT    NOT NULL,
  first_at     INTEGER NOT NULL,
  count        INTEGER NOT NULL,             -- talks
  PRIMARY KEY (person_id, reason)
) WITHOUT ROWID;
CREATE INDEX flag_at ON flag (first_at);

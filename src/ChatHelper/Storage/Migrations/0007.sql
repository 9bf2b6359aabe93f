-- One-time codes for witnesses, as keyed hashes alone. What was told stands in case_file and file.
CREATE TABLE witness (
  lookup       BLOB    PRIMARY KEY,          -- keyed hash of the code
  person_id    INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
  no           INTEGER NOT NULL,             -- number within the person's case
  state        INTEGER NOT NULL,             -- 0 open, 1 told, 2 taken up, 3 not taken up, 4 withdrawn
  until        INTEGER NOT NULL,             -- an open code opens nothing from then on
  UNIQUE (person_id, no)
);

-- One-time pages of papers, for channels that carry no files: by keyed hash of the token, good for a day.
CREATE TABLE paper_link (
  lookup       BLOB    PRIMARY KEY,          -- keyed hash of the token
  person_id    INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
  until        INTEGER NOT NULL,
  opened_by    BLOB,                         -- keyed hash of what the browser has that opened it; null: nobody did
  content      BLOB    NOT NULL
) WITHOUT ROWID;
CREATE INDEX paper_link_person ON paper_link (person_id);
CREATE INDEX paper_link_until ON paper_link (until);

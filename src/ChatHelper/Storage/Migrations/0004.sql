-- What a case gathers beside the answers: diary, evidence, filings, testimonies. Written only in turns that change it.
CREATE TABLE case_file (
  person_id    INTEGER PRIMARY KEY REFERENCES person ON DELETE CASCADE,
  version      INTEGER NOT NULL,             -- counts writes; bound into the closed content
  content      BLOB    NOT NULL
);

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

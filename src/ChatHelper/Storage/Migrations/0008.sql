-- Persons whose erasing has begun. Nobody finds them any more; the rows stay until every step is done.
ALTER TABLE person ADD COLUMN erased_at INTEGER;
CREATE INDEX person_erased ON person (erased_at) WHERE erased_at IS NOT NULL;
CREATE INDEX conversation_touched ON conversation (touched_at);
CREATE INDEX seen_at ON seen (at);
CREATE INDEX seen_person ON seen (person_id);
-- What a channel must still clear away for an erased person: closed with the key that belongs to nobody, gone when done.
CREATE TABLE clearing (
  person_id    INTEGER PRIMARY KEY,
  at           INTEGER NOT NULL,
  channel      TEXT    NOT NULL,
  content      BLOB    NOT NULL
);

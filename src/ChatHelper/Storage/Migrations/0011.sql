-- Sizes of files, so that a person's share can be added up; the disk shows them anyway.
ALTER TABLE file ADD COLUMN size INTEGER NOT NULL DEFAULT 0;
-- Updates that wait behind a file which is being fetched: confirmed to Telegram, so they must outlive the process.
CREATE TABLE telegram_waiting (
  id           INTEGER PRIMARY KEY,          -- Storage/Sequence: rises
  update_key   TEXT    NOT NULL UNIQUE,      -- Telegram's own number
  person_id    INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
  content      BLOB    NOT NULL
);
CREATE INDEX telegram_waiting_person ON telegram_waiting (person_id, id);

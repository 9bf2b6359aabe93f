-- The channel's numbers of messages that stand in a person's chat, for taking them back when the person is erased. Gone after 48 hours.
CREATE TABLE telegram_message (
  person_id    INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
  message_id   INTEGER NOT NULL,
  at           INTEGER NOT NULL,
  PRIMARY KEY (person_id, message_id)
) WITHOUT ROWID;
CREATE INDEX telegram_message_at ON telegram_message (at);

-- Cases that are shown in the volunteers' group on Telegram, each in a topic of its own.
CREATE TABLE telegram_topic (
  case_id      TEXT    PRIMARY KEY REFERENCES handover ON DELETE CASCADE,
  thread_id    INTEGER NOT NULL UNIQUE,
  shown        INTEGER NOT NULL DEFAULT 0    -- highest desk_message that stands there
);

-- The last answers on WeChat: a delivery that comes again after a restart gets the same one.
CREATE TABLE wechat_answer (
  person_id    INTEGER PRIMARY KEY REFERENCES person ON DELETE CASCADE,
  version      INTEGER NOT NULL,             -- counts writes; bound into the closed content
  content      BLOB    NOT NULL
);

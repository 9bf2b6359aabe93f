-- Written with every message and read once an hour, by the purge, which goes through the numbers of two days as quickly without it.
DROP INDEX telegram_message_at;

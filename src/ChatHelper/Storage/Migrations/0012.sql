-- How long a person wants their talk kept after their last word; null: as the pack says.
ALTER TABLE conversation ADD COLUMN keeps_days INTEGER;

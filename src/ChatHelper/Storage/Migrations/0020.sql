-- How often something was committed: compared at the start with what stands beside the database.
CREATE TABLE tide (commits INTEGER NOT NULL);
INSERT INTO tide VALUES (0);

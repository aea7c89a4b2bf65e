-- First attempts expected by hour, whether or not a socket was free: what capacity is planned with.
-- Null: estimated before this column.
alter table pressure_day add column demand varchar(400);

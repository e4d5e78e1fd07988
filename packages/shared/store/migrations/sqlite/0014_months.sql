-- Partitions are of Postgres; here what is cleared by time is deleted. The number is kept, so that both dialects count alike.
SELECT 1;

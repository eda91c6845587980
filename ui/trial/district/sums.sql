-- What each address comes to, over the table or view flat; for PostgreSQL and DuckDB alike.
-- A value may be a text or a number of any kind; it is added up as an exact decimal and
-- shown without zeros at its end.
SELECT address,
       rtrim(rtrim(CAST(sum(CAST(CAST(value AS VARCHAR) AS DECIMAL(38, 18))) AS VARCHAR), '0'), '.') AS total
FROM flat
WHERE CAST(value AS VARCHAR) <> ''
GROUP BY address
ORDER BY address;

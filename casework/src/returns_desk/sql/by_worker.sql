-- How much did this run find with the children of each worker, as far as the reader may see?
-- Never null: b.errors, b.queries, b.undecided
WITH this AS (
  SELECT r.number, r.return_name, r.authority, r.year, r.preview FROM return_run r WHERE r.run = :run
), b AS (
  SELECT a.worker,
         COUNT(DISTINCT f.child) AS children,
         COUNT(CASE WHEN f.unclear IS NULL AND f.level = 'error' THEN 1 END) AS errors,
         COUNT(CASE WHEN f.unclear IS NULL AND f.level = 'query' THEN 1 END) AS queries,
         COUNT(CASE WHEN f.unclear IS NULL AND f.level = 'query' AND f.explanation IS NOT NULL THEN 1 END) AS explained,
         COUNT(CASE WHEN f.unclear IS NOT NULL THEN 1 END) AS undecided
    FROM this
    JOIN finding f ON f.return_name = this.return_name AND f.authority = this.authority AND f.year = this.year AND f.preview = this.preview
    LEFT JOIN allocation a ON a.child = f.child AND a.ended IS NULL AND a.part = 'worker'
   WHERE f.since <= this.number AND (f.until IS NULL OR f.until > this.number)
   GROUP BY a.worker
)
SELECT b.worker, w.name, b.children, b.errors, b.queries, b.explained, b.undecided, COUNT(*) OVER () AS total
  FROM b LEFT JOIN worker w ON w.id = b.worker
 ORDER BY b.errors DESC, b.queries DESC, b.undecided DESC, w.name NULLS FIRST, b.worker NULLS FIRST
 LIMIT :limit OFFSET :offset

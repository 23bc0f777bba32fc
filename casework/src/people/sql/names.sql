-- What are those called who wrote in this record or worked with this child?
WITH involved AS (
  SELECT f.who AS worker FROM fact f WHERE f.subject = :child
  UNION
  SELECT a.worker FROM allocation a WHERE a.child = :child
)
SELECT worker.id, worker.name FROM involved JOIN worker ON worker.id = involved.worker

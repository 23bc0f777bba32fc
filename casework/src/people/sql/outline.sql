-- What happened to this child, without a word of it: for whoever may not see names?
SELECT f.id, f.name, f.happened, f.recorded, f.source
  FROM fact f
 WHERE f.subject = :child AND f.name NOT IN ('record.RecordedInError', 'returns.Found', 'people.Told', 'people.NoticeOpened', 'people.Opened', 'people.OpeningReviewed')
   AND NOT EXISTS (SELECT 1 FROM fact later WHERE later.subject = :child AND later.instead_of = f.id)
 ORDER BY f.happened DESC, f.recorded DESC, f.id DESC

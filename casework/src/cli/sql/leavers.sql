-- Who is of 16 to 24 and may be a care leaver?
SELECT child FROM leaver ORDER BY child

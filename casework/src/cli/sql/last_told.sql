-- When was the last fact recorded?
SELECT MAX(recorded) AS recorded FROM fact

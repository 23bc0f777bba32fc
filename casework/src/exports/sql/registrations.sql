-- Which social workers' numbers in the register of Social Work England are known?
SELECT worker.id, worker.registration FROM worker WHERE worker.registration IS NOT NULL ORDER BY worker.id

-- Who works with which child now, in what part?
SELECT a.child, a.worker, a.part FROM allocated a ORDER BY a.child, a.n

-- Whose ids do the children of this record have?
SELECT DISTINCT i.authority FROM identifier i WHERE i.scheme = 'authority_child' ORDER BY i.authority

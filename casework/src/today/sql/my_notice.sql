-- Is this something that I was told about this child and have not yet seen?
SELECT fact FROM notice WHERE child = :child AND fact = :fact AND worker = :me AND NOT opened

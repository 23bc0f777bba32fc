-- What leaving care status holds for this child, and why should somebody look at it?
SELECT computed, says, held, held_by, differs, not_recorded, not_known FROM leaver WHERE child = :child

-- What is this team called?
SELECT id, name FROM team WHERE id = :team

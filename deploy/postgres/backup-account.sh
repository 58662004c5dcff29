#!/bin/sh
# Run once by PostgreSQL's image, when it makes the database: an account that may copy it, and nothing else.
set -eu
psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  -v password="$(cat /run/secrets/backup_database_password)" <<'SQL'
CREATE ROLE petition_backup LOGIN REPLICATION PASSWORD :'password';
SQL
echo 'host replication petition_backup samenet scram-sha-256' >> "$PGDATA/pg_hba.conf"

#!/bin/sh
# As root, in a built copy of this repository: makes Debian run it, by /etc/petition/env
# (docs/operations/without-containers.md). At first it makes accounts, secrets and the database. Run in another release,
# it brings the database up to that and puts one process after the other on it. May be repeated. DATABASE_AT and
# PROCESSES: docs/operations/three-servers.md.
set -eu
cd "$(dirname "$0")/../.."
etc=/etc/petition
secrets=$etc/secrets

value() { sed -n "s/^$1=//p" $etc/env | tail -n 1; }
secret() { cat "$secrets/$1"; }
processes=$(value PROCESSES)
processes=${processes:-web@3001 web@3002 admin worker}
runs() { case " $processes" in *" $1"*) ;; *) return 1 ;; esac }
# Of this machine, or the one that leads to it.
database_at=$(value DATABASE_AT)
case $database_at in '' | *:*) ;; *) database_at=$database_at:5432 ;; esac
as_postgres() {
  set -- psql --no-psqlrc --quiet --tuples-only -v ON_ERROR_STOP=1 "$@"
  if [ -z "$database_at" ]; then
    runuser -u postgres -- "$@"
  else
    PGCONNECT_TIMEOUT=5 PGPASSWORD=$(secret postgres_password) "$@" -h "${database_at%:*}" -p "${database_at##*:}" -U postgres -d postgres
  fi
}
lacks() { [ -z "$(as_postgres -c "SELECT 1 FROM $1")" ]; }

for name in SITE_HOST MAIL_FROM CONTACT; do
  [ -n "$(value $name)" ] || { echo "Write $name into $etc/env." >&2; exit 1; }
done
if runs worker && [ -z "$(value RESEND_API_KEY)$(value SMTP_URL)" ]; then
  echo "Write RESEND_API_KEY or SMTP_URL into $etc/env." >&2
  exit 1
fi
[ -f dist/server.js ] || { echo "Run npm run build first." >&2; exit 1; }

echo "Accounts, secrets, settings"
install -Dm 644 deploy/systemd/accounts.conf /etc/sysusers.d/petition.conf
systemd-sysusers petition.conf
# Those of a machine without the worker are copied from the one that has it: made here, they would be others.
if runs worker; then
  RESEND_API_KEY=$(value RESEND_API_KEY) RESEND_WEBHOOK_SECRET=$(value RESEND_WEBHOOK_SECRET) SMTP_URL=$(value SMTP_URL) \
    node scripts/make-secrets.mjs $secrets --database-at "${database_at:-localhost}"
fi
for unit in $processes; do
  for file in $(sed -n 's/^LoadCredential=.*://p' "deploy/systemd/petition-$(echo "$unit" | sed 's/@.*/@/').service"); do
    [ -f "$file" ] || { echo "Copy $file from the machine that runs the worker." >&2; exit 1; }
  done
done
host=$(value SITE_HOST)
# More lines of env are settings of all processes, and come last. Those that are secret went into files.
cat > $etc/site.env <<EOF
SITE_URL=https://$host
ADMIN_URL=https://staff.$host
TRUST_PROXY=1
LOG_FORMAT=json
PRIVACY_CONTACT=$(value CONTACT)
SECURITY_CONTACT=mailto:$(value CONTACT)
BACKUP_DIR=/var/lib/petition-backups
$(grep -E '^[A-Z_]+=' $etc/env | grep -vE '^(SITE_HOST|CONTACT|RESEND_API_KEY|RESEND_WEBHOOK_SECRET|SMTP_URL|DATABASE_AT|PROCESSES|WEB_PROCESSES|WEB_PROCESSES_AT|METRICS_PORT|COMPOSE_\w+|CADDY_\w+)=')
EOF
echo "MAIL_DRIVER=$([ -n "$(value SMTP_URL)" ] && echo smtp || echo resend)" > $etc/worker.env
grep -E '^WEB_PROCESSES=' $etc/env > $etc/web.env || :

if runs worker && [ -z "$database_at" ]; then
  echo "PostgreSQL"
  for folder in /etc/postgresql/*/main/conf.d; do
    cmp -s deploy/postgres/petition.conf "$folder/petition.conf" && continue
    install -m 644 deploy/postgres/petition.conf "$folder/"
    systemctl restart postgresql
  done
  echo "ALTER ROLE postgres PASSWORD '$(secret postgres_password)'" | as_postgres
fi
if runs worker; then
  echo "Database"
  # While another server takes the lead, none answers for up to half a minute.
  tries=1
  until as_postgres -c "SELECT 1" > /dev/null; do
    [ $tries -lt 12 ] || exit 1
    tries=$((tries + 1))
    sleep 5
  done
  # Each is looked for by itself: the run before may have ended between them.
  if lacks "pg_roles WHERE rolname = 'petition_backup'"; then
    echo "CREATE ROLE petition_backup LOGIN REPLICATION" | as_postgres
  fi
  echo "ALTER ROLE petition_backup PASSWORD '$(secret backup_database_password)'" | as_postgres
  if lacks "pg_database WHERE datname = 'petition'"; then
    # Sorted by PostgreSQL itself: an index does not break when the system's library changes.
    echo "CREATE DATABASE petition TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'" | as_postgres
  fi
  (
    # The same as the service `setup` of compose.yaml.
    export NODE_ENV=production SITE_URL="https://$host" DATA_DIR=/tmp DATABASE_URL_FILE=$secrets/database_url_owner
    export SEAL_PUBLIC_KEY_FILE=$secrets/seal_public_key BLIND_INDEX_KEY_FILE=$secrets/blind_index_key
    for role in web admin worker; do
      export "$(echo $role | tr a-z A-Z)_DATABASE_PASSWORD_FILE=$secrets/${role}_database_password"
    done
    node scripts/migrate.mjs
    node scripts/database-roles.mjs
    node dist/seed.js
  )
fi

echo "Processes"
ln -sfn "$(pwd -P)" /opt/petition
install -m 644 deploy/systemd/*.service deploy/systemd/*.timer /etc/systemd/system/
install -Dm 644 deploy/systemd/caddy.conf /etc/systemd/system/caddy.service.d/petition.conf
systemctl daemon-reload
restart() {
  systemctl enable --quiet "petition-$1"
  systemctl restart "petition-$1"
}
# Before the public processes: after a rotation these open what is sealed to either key, and before it to the old one
# alone.
if runs admin; then restart admin; fi
if runs worker; then
  restart worker
  systemctl enable --quiet --now petition-recount.timer
fi
if runs worker && [ -n "$(value BACKUP_RECIPIENT)" ]; then restart backup; fi
for process in $processes; do
  port=${process#web@}
  [ "$port" != "$process" ] || continue
  restart "$process"
  # The other one answers meanwhile, and is replaced next.
  node -e "setTimeout(() => process.exit(1), 60_000)
    const ask = () => fetch('http://localhost:$port/api/health').then(({ ok }) => (ok ? process.exit(0) : again()), again)
    const again = () => setTimeout(ask, 200)
    ask()" || { echo "petition-web@$port does not answer: journalctl -u petition-web@$port" >&2; exit 1; }
done
# Last: where a run ended before, Caddy is restarted by the next.
caddy="/etc/caddy/Caddyfile $etc/caddy.env"
caddy_before=$(cat $caddy 2>/dev/null | cksum)
# Caddy gets no certificate for a name that does not lead here.
cat > $etc/caddy.env <<EOF
SITE_ADDRESS=$(runs web && echo "https://$host" || echo http://site.invalid)
ADMIN_ADDRESS=$(runs admin && echo "https://staff.$host" || echo http://staff.invalid)
WEB_PROCESSES_AT="$(value WEB_PROCESSES_AT | grep . || echo localhost:3001 localhost:3002)"
ADMIN_PROCESS_AT=localhost:3003
$(grep -E '^CADDY_\w+=' $etc/env || :)
EOF
install -m 644 deploy/caddy/Caddyfile /etc/caddy/Caddyfile
[ "$caddy_before" = "$(cat $caddy | cksum)" ] || systemctl restart caddy
echo "It runs: https://$host"

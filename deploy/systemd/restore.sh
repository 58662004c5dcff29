#!/bin/sh
# As root, in a built copy of this repository, with /etc/petition as it was: restores a backup, and runs the site on it
# (docs/operations/backups.md): sh deploy/systemd/restore.sh --identity identity.txt [--mirrors folder] [--until time]
# Or only the worker's files, where it moves to this machine while the database lives on
# (docs/operations/three-servers.md): sh deploy/systemd/restore.sh --identity identity.txt --files
set -eu
export CALLED_FROM="$PWD"
cd "$(dirname "$0")/../.."
secrets=/etc/petition/secrets
restored=/var/lib/postgresql/restored
# Of Patroni, where three servers share the database (docs/operations/three-servers.md).
shared=/var/lib/postgresql/petition
is_shared() { grep -q '^DATABASE_AT=.' /etc/petition/env; }

[ -d $secrets ] || { echo "Put your copy of /etc/petition back first." >&2; exit 1; }
case " $* " in
  *' --files '*) systemctl stop 'petition-worker*' 'petition-backup*' ;;
  *) systemctl stop 'petition-*' ;;
esac

install -Dm 644 deploy/systemd/accounts.conf /etc/sysusers.d/petition.conf
systemd-sysusers petition.conf
SITE_URL=https://$(sed -n 's/^SITE_HOST=//p' /etc/petition/env | tail -n 1)
BACKUP_DIR=$(sed -n 's/^BACKUP_DIR=//p' /etc/petition/env | tail -n 1)
export SITE_URL BACKUP_DIR="${BACKUP_DIR:-/var/lib/petition-backups}"
# What is left of the worker's files is used too.
export NODE_ENV=production DATA_DIR=/var/lib/petition
install -d -m 700 $DATA_DIR
# With those before a rotation, since the backup may be older than it.
for name in seal_public_key seal_private_key seal_private_key_before blind_index_key blind_index_key_before ledger_key; do
  [ ! -f "$secrets/$name" ] || export "$(echo $name | tr a-z A-Z)_FILE=$secrets/$name"
done
case " $* " in
  *' --files '*)
    node dist/restore.js "$@"
    chown -R petition-worker:petition-worker $DATA_DIR
    exec sh deploy/systemd/install.sh
    ;;
esac
if is_shared && [ -e $shared ]; then
  echo "Stop patroni on all servers, and move $shared away there." >&2
  exit 1
fi
node dist/restore.js --to $restored "$@"
chown -R petition-worker:petition-worker $DATA_DIR
if is_shared; then
  mv $restored/data $shared
  chown -R postgres:postgres $shared
  chmod 700 $shared
  rm -rf $restored
  echo "Start patroni here, then on the others, then the site."
  exit
fi

echo "The database is put in its place"
version=$(cat $restored/data/PG_VERSION)
main=/var/lib/postgresql/$version/main
systemctl stop postgresql
[ ! -e "$main" ] || mv "$main" "$main.before.$(date +%s)"
mv $restored/data "$main"
chown -R postgres:postgres "$main"
systemctl start postgresql
rm -rf $restored
exec sh deploy/systemd/install.sh

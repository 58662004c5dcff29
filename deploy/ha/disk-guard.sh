#!/bin/sh
# /etc/patroni/disk-guard.sh: gives the lead away before the disk of the database is full. A server with a full disk
# refuses every form, and Patroni may leave it the lead for as long as it answers.
set -eu
least=${DISK_GUARD_MB:-200}
api="http://$PATRONI_RESTAPI_CONNECT_ADDRESS"
while sleep 2; do
  free=$(df --output=avail -BM "$PATRONI_POSTGRESQL_DATA_DIR" | tail -n 1 | tr -dc 0-9)
  [ "$free" -lt "$least" ] || continue
  curl -sf -m 2 "$api/primary" > /dev/null || continue
  curl -s -m 2 "$api/cluster" | grep -q '"role": "sync_standby"' || continue
  echo "only $free MB are left: another server shall lead"
  # At once, as if it had crashed: there may be no room for an orderly end. Patroni then hands over
  # (primary_start_timeout).
  kill -QUIT "$(head -n 1 "$PATRONI_POSTGRESQL_DATA_DIR/postmaster.pid")"
  # If the others have no room either, the lead must not go round and round.
  sleep 3600
done

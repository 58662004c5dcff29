#!/bin/sh
# As root: runs a command as a running process of the site would, with its account, folder, settings and secrets:
# sh deploy/systemd/as.sh admin node dist/staff-invite.js name@example.org --role owner
set -eu
unit=petition-$1
shift
pid=$(systemctl show --property MainPID --value "$unit")
[ "$pid" -gt 0 ] || { echo "$unit does not run: systemctl status $unit" >&2; exit 1; }
account=$(systemctl show --property User --value "$unit")
cd "/proc/$pid/cwd"
exec runuser -u "$account" -- node -e "
  const { readFileSync } = require('node:fs')
  const env = Object.fromEntries(readFileSync('/proc/$pid/environ', 'utf8').split('\0').filter(Boolean).map((line) => line.split(/=(.*)/s, 2)))
  const [program, ...args] = process.argv.slice(1)
  const { status, error } = require('node:child_process').spawnSync(program, args, { env, stdio: 'inherit' })
  if (error) console.error(error.message)
  process.exitCode = status ?? 1" -- "$@"

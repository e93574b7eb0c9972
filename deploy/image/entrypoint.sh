#!/bin/sh
# What a container is: the app, the worker, or the step before both. `exec`, so that Node.js is the first process and hears
# the word to stop. It starts no process that it does not wait for itself, so nothing is left to reap.
set -eu
role="${1:-app}"
[ $# -eq 0 ] || shift
case "$role" in
  app) exec node server.ts ;;
  worker) exec node scripts/worker.ts ;;
  # Before processes of this version start: browsers may ask those of the version before for this one's scripts.
  migrate) node scripts/build.ts && exec node scripts/migrate.ts "$@" ;;
  operator | rotate-keys | address) exec node "scripts/$role.ts" "$@" ;;
  *)
    echo "Name what to run: app, worker, migrate, operator, rotate-keys or address." >&2
    exit 64
    ;;
esac

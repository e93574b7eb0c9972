#!/bin/sh
# Installs and generates what is missing, by any Node.js, and then becomes the project's own: nothing stays between npm and
# a process that runs for months. usage: hand-over.sh TASK [--FLAG=VALUE ...] SCRIPT [WORD ...]
cd "$(dirname "$0")/.." || exit
task=$1
shift
node scripts/bootstrap.mjs prepare "$task" || exit
: "${NODE_COMPILE_CACHE:=$PWD/node_modules/.cache/compiled}"
PATH=$PWD/node_modules/.bin:$PATH
export NODE_COMPILE_CACHE PATH
exec node_modules/node/bin/node "$@"

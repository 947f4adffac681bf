#!/usr/bin/env bash
# The whole suite. Installs what it needs and may (rabbitmq-server, chromium), says what is skipped and why, and ends with
# a line "N passed, N failed, N skipped". Arguments go to `dotnet build` and `dotnet test`, e.g. -p:MongoDb=true.
set -uo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

install_missing() {
  local missing=()
  [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || missing+=(rabbitmq-server)
  command -v chromium >/dev/null || missing+=(chromium)
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "Not installed and not mine to install (needs apt-get and root): ${missing[*]}. Tests that need them are skipped."
    return
  fi
  echo "Installing ${missing[*]} ..."
  # The package starts a broker of its own where an init system runs; the tests use private ones.
  if ! { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"; } >"$results/apt.log" 2>&1; then
    tail -n 5 "$results/apt.log"
    echo "The installation failed; tests that need ${missing[*]} are skipped (in CI they fail)."
  fi
}

count() { # name of a counter, over all result files
  cat "$results"/*.trx 2>/dev/null | grep -o '<Counters [^>]*' | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" | awk '{ sum += $1 } END { print sum + 0 }'
}

install_missing

echo "Building ..."
dotnet build NewsPlatform.sln -c Release -v quiet "$@" || { echo "The build failed."; echo "0 passed, 1 failed"; exit 1; }

dotnet test NewsPlatform.sln -c Release --no-build -m:1 --logger trx --results-directory "$results" --logger "console;verbosity=minimal" "$@"
status=$?

total=$(count total) executed=$(count executed) passed=$(count passed)
skipped=$((total - executed)) failed=$((executed - passed))
if [ "$skipped" -gt 0 ]; then
  echo "Skipped, with the reason:"
  cat "$results"/*.trx | grep -A 6 'outcome="NotExecuted"' | sed -n 's/.*<StdOut>\(.*\)<\/StdOut>.*/\1/p; s/.*<Message>\(.*\)<\/Message>.*/\1/p' | sort | uniq -c | sed 's/^/  /'
fi
[ "$executed" -gt 0 ] || { echo "No test ran."; status=1; }
[ "$failed" -eq 0 ] || status=1
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"

#!/bin/bash
# One message to many phones, three ways, side by side: the floor, nginx with
# nchan, and our network layer. Server on one core, phones on another, runs
# interleaved, medians. Prints a table in Markdown.
#
#   bench/fanout/run.sh BUILD-FOLDER [RUNS] [PHONES]
set -euo pipefail
build=$1
runs=${2:-3}
phones=${3:-10000}
here=$(dirname "$0")
folder=$(mktemp -d)
port=$((20000 + $$ % 10000))
server=
stop() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    server=
  fi
}
trap 'stop; rm -rf "$folder"' EXIT
ulimit -n "$(ulimit -Hn)"

# start SYSTEM: sets server, worker (who does the work) and path.
start() {
  port=$((port + 1))
  path=/sub/%d
  case $1 in
  floor) taskset -c 0 "$build/bench/fanout/fanout_floor" "$port" & ;;
  hub)
    taskset -c 0 "$build/bench/fanout/fanout_hub" "$port" &
    path=/live?topic=%d
    ;;
  nchan)
    "$here/nchan.sh" "$port" "$folder" >"$folder/nginx.conf"
    taskset -c 0 nginx -c "$folder/nginx.conf" &
    ;;
  esac
  server=$!
  until (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
    kill -0 "$server" # Ends the script if the server did not start.
    sleep 0.05
  done
  worker=$server
  if [ "$1" = nchan ]; then
    worker=$(cat "/proc/$server/task/$server/children")
    worker=${worker%% *}
  fi
}

run=0
for round in $(seq "$runs"); do
  for question in broadcast lines personal; do
    for system in floor nchan hub; do
      start $system
      run=$((run + 1))
      taskset -c 1 "$build/bench/fanout/fanout_phones" $question "$port" \
        "$worker" "$path" "$run" "$phones" |
        while read -r metric value; do
          echo "$question $metric $system $value"
        done >>"$folder/results"
      stop
    done
  done
  echo "round $round of $runs done" >&2
done

sort -k1,3 -k4,4n "$folder/results" | awk '
  { key = $1 " " $2; if (!(key in seen)) { seen[key]; order[++keys] = key }
    value[key, $3, ++many[key, $3]] = $4 }
  function median(key, who) {
    return value[key, who, int((many[key, who] + 1) / 2)]
  }
  END {
    print "| question | metric | floor | nchan | ours | ours / floor | nchan / ours |"
    print "|---|---|---|---|---|---|---|"
    for (i = 1; i <= keys; i++) {
      split(order[i], name, " ")
      f = median(order[i], "floor")
      n = median(order[i], "nchan")
      h = median(order[i], "hub")
      printf "| %s | %s | %.2f | %.2f | %.2f | %.2f | %.2f |\n", name[1],
        name[2], f, n, h, f ? h / f : 0, h ? n / h : 0
    }
  }'

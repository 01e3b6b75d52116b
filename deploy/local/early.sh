# Sourced by deploy/local/up: what would stop the mesh after a build of minutes is said before it. Java looks again later,
# in the same words and with the same exit codes.

refuse_early() {
  local offset=0 replicas=1 data="$root/deploy/local/data" port name replica
  while [ $# -gt 0 ]; do
    case "$1" in
      -h | --help | -V | --version) return 0 ;;
      --port-offset) offset="${2:-}"; shift ;;
      --port-offset=*) offset="${1#*=}" ;;
      --replicas) replicas="${2:-}"; shift ;;
      --replicas=*) replicas="${1#*=}" ;;
      --data) data="${2:-}"; shift ;;
      --data=*) data="${1#*=}" ;;
    esac
    shift || break
  done
  [[ "$offset" =~ ^-?[0-9]+$ && "$replicas" =~ ^[0-9]+$ ]] || return 0 # Java has the words for that
  refuse_running "$data"
  refuse_full_disk "$data"
  refuse_taken "$((19092 + offset))" Kafka
  refuse_taken "$((19093 + offset))" "Kafka's controller"
  refuse_taken "$((15432 + offset))" Postgres
  for ((replica = 1; replica <= replicas; replica++)); do
    port=$((8081 + (replica - 1) * 10 + offset))
    for name in intake routing grid analytics; do
      refuse_taken "$port" "$name"
      port=$((port + 1))
    done
  done
}

# A build under a running mesh would pull its jars from under its feet.
refuse_running() {
  local pid
  pid="$(cut -d ' ' -f 1 "$1/run/supervisor.pid" 2>/dev/null)" || return 0
  if [ -n "$pid" ] && tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -q org.chuishao.local.Up; then
    echo "A mesh runs on $1 already (process $pid). Stop it with deploy/local/down, or choose another --data and --port-offset." >&2
    exit 7
  fi
}

refuse_full_disk() {
  local folder="$1" free
  while [ ! -d "$folder" ]; do folder="$(dirname "$folder")"; done
  free="$(df -Pk "$folder" | awk 'NR == 2 { print int($4 / 1024) }')"
  if [ "${free:-2048}" -lt 2048 ]; then
    echo "Only $free MB are free where $1 lies; the local run needs 2 GB. Free some, or choose --data." >&2
    exit 4
  fi
}

refuse_taken() {
  if (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then
    echo "Port $1, meant for $2, is in use by another program. Stop that program." >&2
    echo "Or move all ports of the mesh: deploy/local/up --port-offset 1000" >&2
    exit 3
  fi
}

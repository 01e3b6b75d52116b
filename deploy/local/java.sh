# Sourced by the commands of the local run and the benchmarks: finds a JDK, builds when sources are newer than what was
# built, and runs a main class of local-run.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
classpath_file="$root/deploy/local/target/dependencies.classpath"
services="intake-service routing-service grid-service analytics-service"

java_major() {
  local version
  version="$("$1" -version 2>&1 | sed -nE 's/.* version "([0-9._]+).*/\1/p' | head -n 1)"
  version="${version#1.}" # 1.8 is 8
  echo "${version%%[._]*}"
}

no_jdk() {
  echo "$1" >&2
  echo "Chuishao needs a JDK 17 or newer (Debian: apt install openjdk-17-jdk-headless; others: https://adoptium.net)." >&2
  exit 5
}

# Postgres comes as a program, and mesh-testkit names the one of this machine.
known_machine() {
  case "$(uname -sm)" in
    "Linux x86_64") ;;
    *)
      echo "This is $(uname -sm); the local run and the tests start a real Postgres, whose programs the build fetches for" >&2
      echo "Linux on x86-64 only. Use such a machine, a virtual one (WSL 2 on Windows) or a container." >&2
      exit 13
      ;;
  esac
}

find_jdk() {
  known_machine
  local home major seen=""
  if [ -n "${JAVA_HOME:-}" ]; then
    [ -x "$JAVA_HOME/bin/java" ] || no_jdk "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it."
    major="$(java_major "$JAVA_HOME/bin/java")"
    [ "${major:-0}" -ge 17 ] || no_jdk "JAVA_HOME is $JAVA_HOME, which is Java ${major:-unknown}."
    [ -x "$JAVA_HOME/bin/javac" ] || no_jdk "JAVA_HOME is $JAVA_HOME, which has no compiler (a JRE, not a JDK)."
    return
  fi
  local javac
  javac="$(command -v javac || true)"
  for home in ${javac:+"$(dirname "$(dirname "$(readlink -f "$javac")")")"} \
      /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -x "$home/bin/javac" ]; then
      major="$(java_major "$home/bin/java")"
      if [ "${major:-0}" -ge 17 ]; then
        export JAVA_HOME="$home"
        return
      fi
      seen="$seen Java ${major:-unknown} ($home)"
    fi
  done
  no_jdk "No JDK that is new enough was found.${seen:+ Found:$seen.}"
}

# Prints a source that is newer than what was built from it, or nothing.
stale() {
  local built="$1"
  shift
  [ -e "$built" ] || { echo "$built"; return; }
  local sources=() source
  for source in "$@"; do [ ! -e "$root/$source" ] || sources+=("$root/$source"); done
  find "${sources[@]}" -type f -newer "$built" -print -quit
}

needs_build() {
  local common="pom.xml mesh/pom.xml mesh/src/main" service
  # shellcheck disable=SC2086
  stale "$classpath_file" $common mesh-testkit/pom.xml mesh-testkit/src/main deploy/db deploy/local/pom.xml deploy/local/src/main
  for service in $services; do
    # shellcheck disable=SC2086
    stale "$root/$service/target/quarkus-app/quarkus-run.jar" $common "$service/pom.xml" "$service/src/main"
  done
}

build_if_needed() {
  local why log modules
  why="$(needs_build | head -n 1 || true)" # head leaves before needs_build has said all
  [ -n "$why" ] || return 0
  log="$root/deploy/local/target/build.log"
  mkdir -p "$(dirname "$log")"
  echo "Building (because of ${why#"$root"/}); the first time it fetches libraries, which takes some minutes." >&2
  modules="deploy/local,${services// /,}"
  if ! (cd "$root" && ./mvnw -B -ntp -pl "$modules" -am -DskipTests -Dspotless.check.skip=true package 2>&1) \
      | tee "$log" | sed -unE 's/^\[INFO\] (Building .* \[[0-9]+\/[0-9]+\])$/  \1/p' >&2 || ! grep -q "BUILD SUCCESS" "$log"; then
    # Maven's own words, or those of what kept Maven from starting: no network, no space.
    grep -E "^\[ERROR\]" "$log" | head -n 30 >&2 || tail -n 20 "$log" >&2
    echo "The build failed; all of it is in $log" >&2
    exit 6
  fi
}

# run_main CLASS ARGUMENT...: becomes the Java process.
run_main() {
  local main="$1"
  shift
  exec "$JAVA_HOME/bin/java" -Xmx${CHUISHAO_MAIN_MEMORY:-128m} -XX:+UseSerialGC -XX:TieredStopAtLevel=${CHUISHAO_MAIN_TIER:-4} \
    "-Dchuishao.project=$root" "-Dchuishao.data=$root/deploy/local/data" \
    -cp "$root/deploy/local/target/classes:$(cat "$classpath_file")" "$main" "$@"
}

# Only those that look at a mesh which runs already: what was built is good enough.
built_or_build() {
  [ -e "$classpath_file" ] || build_if_needed
}

# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# rsync-daemon.sh - an rsync daemon on loopback that serves the folder `server` of the sandbox as the module mailman-archive, without root.
# To be sourced after lib.sh.
daemon=
port=

# start_daemon OPTION... - sets $daemon and $port; fails if none could be started. A port once found is used again.
start_daemon() {
  tries=0
  while [ $tries -lt 20 ]; do
    [ -n "$port" ] || port=$(awk -v seed="$(date +%N)$$" 'BEGIN { srand (seed % 2147483647); print 20000 + int (rand () * 30000) }')
    {
      echo 'use chroot = no'
      [ "$(id -u)" -ne 0 ] || printf 'uid = 0\ngid = 0\n'
      printf 'address = 127.0.0.1\npid file = %s/rsyncd.pid\nlog file = %s/rsyncd.log\n' "$sandbox" "$sandbox"
      printf '[mailman-archive]\npath = %s/server\nread only = yes\n' "$sandbox"
    } >rsyncd.conf
    rm -f rsyncd.pid
    rsync --daemon --no-detach --config=rsyncd.conf --port="$port" "$@" >/dev/null 2>&1 </dev/null &
    daemon=$!
    children="$children $daemon"
    waited=0
    while kill -0 $daemon 2>/dev/null && [ $waited -lt 50 ]; do
      rsync "rsync://127.0.0.1:$port/" 2>/dev/null | grep -q mailman-archive && return 0
      waited=$((waited + 1))
      sleep 0.1
    done
    kill -9 $daemon 2>/dev/null
    port=
    tries=$((tries + 1))
  done
  return 1
}

# The daemon and the processes that serve its callers.
daemon_processes() {
  echo "$daemon"
  ps -o pid= --ppid "$daemon"
}

stop_daemon() {
  # shellcheck disable=SC2046 # a list of processes
  kill -9 $(daemon_processes) 2>/dev/null
  wait "$daemon" 2>/dev/null
}

write_settings() {
  printf '[fetch]\nsource = rsync://127.0.0.1:%s/mailman-archive\nlists = i-d-announce;ietf-announce\ntimeout_s = 30\n' "$port" >nikkan.conf
  NIKKAN_SETTINGS=$sandbox/nikkan.conf
  export NIKKAN_SETTINGS
}

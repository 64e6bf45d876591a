#!/bin/sh
# Runs $PROGRAM with disks of its own, which no other process sees: the folder $OWN_ETC as its /etc; a full disk as $FULL_FOLDER.
exec unshare --mount sh -c '
  if [ -n "$OWN_ETC" ]; then mount --bind "$OWN_ETC" /etc || exit; fi
  if [ -n "$FULL_FOLDER" ]; then
    mount -t tmpfs -o size=64k tmpfs "$FULL_FOLDER" || exit
    head -c 1000000 /dev/zero >"$FULL_FOLDER/everything" 2>/dev/null
  fi
  exec "$PROGRAM" "$@"' sh "$@"

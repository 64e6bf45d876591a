#!/bin/sh
# Runs $PROGRAM with the folder $OWN_ETC as its /etc, which no other process sees.
exec unshare --mount sh -c 'mount --bind "$OWN_ETC" /etc && exec "$PROGRAM" "$@"' sh "$@"

# Makes a root of its own for one container, in a mount namespace that ends with it, and becomes its program.
# usage: container.sh <root> <node> <uid> <gid> <workdir> <copies: from=to,…> <volumes: path,…> <binds: host=path,…> <command…>
set -eu
root=$1 node=$2 uid=$3 gid=$4 workdir=$5 copies=$6 volumes=$7 binds=$8
shift 8
each() { echo "$1" | tr ',' '\n'; }

mount -t tmpfs -o mode=0755 none "$root"
mkdir -p "$root/usr" "$root/etc" "$root/proc" "$root/dev" "$root$workdir"
for name in bin sbin lib lib64; do
  [ ! -L "/$name" ] || cp -P "/$name" "$root/$name"
done
mount --bind /usr "$root/usr"
mount --bind /etc "$root/etc"
mount --rbind /proc "$root/proc"
mount --rbind /dev "$root/dev"
# The base image has Node there, and no other.
mount -t tmpfs -o mode=0755 none "$root/usr/local"
mkdir "$root/usr/local/bin"
touch "$root/usr/local/bin/node"
mount --bind "$node" "$root/usr/local/bin/node"
for copy in $(each "$copies"); do cp -r "${copy%%=*}/." "$root${copy#*=}"; done
for volume in $(each "$volumes"); do
  mkdir -p "$root$volume"
  mount -t tmpfs -o mode=1777 none "$root$volume"
done
for bind in $(each "$binds"); do
  mkdir -p "$root${bind#*=}"
  mount --bind "${bind%%=*}" "$root${bind#*=}"
done
for part in usr etc usr/local; do mount -o remount,bind,ro "$root/$part"; done
mount -o remount,ro "$root"
# As Fargate lets it: another user, no rights of root and no way to get them.
exec chroot "$root" /usr/bin/setpriv --reuid "$uid" --regid "$gid" --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all \
  --pdeathsig KILL -- /usr/bin/env --chdir="$workdir" -- "$@"

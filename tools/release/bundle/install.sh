#!/bin/sh
# Installs Mailroom from this folder, without a network: ./install.sh [PREFIX]
# PREFIX (default: /opt/mailroom) gets versions/VERSION, which `current` points to, and bin/mailroom, which runs it. A
# version that is there already is put in its place again; older ones stay, so that `current` can be turned back.
set -eu
umask 022
cd "$(dirname "$0")"
prefix=${1:-/opt/mailroom}
version=@VERSION@
platform=@PLATFORM@

fail() {
  echo "$1" >&2
  exit 1
}

[ $# -le 1 ] || fail "Usage: ./install.sh [PREFIX]"
case $prefix in
  /*) ;;
  *) fail "PREFIX is a path from the root, such as /opt/mailroom: $prefix" ;;
esac
case $(uname -s)-$(uname -m) in
  Linux-x86_64) here=linux-x64 ;;
  Linux-aarch64) here=linux-arm64 ;;
  *) here=$(uname -s)-$(uname -m) ;;
esac
[ "$here" = "$platform" ] || fail "This bundle is for $platform, and this machine is $here."
sha256sum --check --quiet --strict SHA256SUMS >&2 || fail "Files of this bundle are damaged; copy it again."

target=$prefix/versions/$version
mkdir -p "$prefix/versions" "$prefix/bin"
rm -rf "$target.new" "$target.old"
mkdir "$target.new"
cp -R app node "$target.new/"
# Whoever unpacked it may have had another umask; the service's user reads this.
chmod -R a+rX,go-w "$target.new"
# What runs is never half there: the new folder is whole when it gets its name.
if [ -e "$target" ]; then mv "$target" "$target.old"; fi
mv "$target.new" "$target"
rm -rf "$target.old"
rm -f "$prefix/current.new"
ln -s "versions/$version" "$prefix/current.new"
mv -T "$prefix/current.new" "$prefix/current"
cat > "$prefix/bin/mailroom.new" <<'RUN'
#!/bin/sh
# The version that `current` points to, by the Node that came with it.
here=$(dirname "$(readlink -f "$0")")/../current
exec "$here/node/bin/node" "$here/app/dist/main.js" "$@"
RUN
chmod 755 "$prefix/bin/mailroom.new"
mv "$prefix/bin/mailroom.new" "$prefix/bin/mailroom"
"$prefix/bin/mailroom" --version
echo "Installed in $prefix. Next: docs/setup.md, from \"2. Config\" on, with $prefix/bin/mailroom for \"npx mailroom\"."

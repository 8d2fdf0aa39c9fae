#!/usr/bin/env bash
# Makes the frozen program in out/package/ttdn/ and beside it a .deb that puts it below opt; prints
# the .deb's path. Needs Python 3.11+ (PYTHON, else python3) with venv and its shared library,
# binutils, chrpath and dpkg; all else comes from the two locks. Same commit and machine: the same .deb.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(dirname "$here")"
out="$root/out/package"
venv="$out/venv"
tree="$out/tree"
name=ttdn
home="/opt/$name"
SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || date +%s)}"
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1
umask 022

# The libraries: made once for a lock and a Python.
mkdir -p "$out"
python="${PYTHON:-python3}"
made_from="$(cat "$root/requirements.lock" "$here/requirements.lock" | sha256sum | cut -d' ' -f1) $("$python" -VV)"
if [ "$(cat "$venv/made-from.txt" 2>/dev/null)" != "$made_from" ]; then
    "$python" -m venv --clear "$venv"
    for lock in "$root/requirements.lock" "$here/requirements.lock"; do
        "$venv/bin/python" -I -m pip install --quiet --no-input --no-deps --require-hashes \
            --only-binary :all: --requirement "$lock" 1>&2
    done
    echo "$made_from" > "$venv/made-from.txt"
fi

# The frozen program. Symbols, and paths of this machine's Python, go from what Python brings; Qt's
# files come without them, and the program itself carries its modules behind them.
"$venv/bin/python" -m PyInstaller --noconfirm --clean --log-level ERROR \
    --distpath "$out" --workpath "$out/work" "$here/ttdn.spec" 1>&2
find "$out/ttdn/_internal" -name '*.so*' -type f -not -path '*/PySide6/*' -exec strip --strip-unneeded {} +
find "$out/ttdn/_internal" -path '*/lib-dynload/*.so' -exec chrpath --delete {} + > "$out/chrpath.log"
find "$out/ttdn" -type d -empty -delete

# What the .deb lays where.
rm -rf "$tree"
documents="$tree/usr/share/doc/ttdn"
install -d "$tree/DEBIAN" "$tree$(dirname "$home")" "$tree/usr/bin" "$documents"
cp -a "$out/ttdn" "$tree$home"
mv "$tree$home/_internal/licences" "$documents/licences"
ln -s "$home/ttdn" "$tree/usr/bin/ttdn"
install -D -m 644 "$here/linux/ttdn.desktop" "$tree/usr/share/applications/ttdn.desktop"
install -D -m 644 "$root/resources/icons/ttdn.svg" \
    "$tree/usr/share/icons/hicolor/scalable/apps/ttdn.svg"
install -D -m 644 "$here/linux/lintian-overrides" "$tree/usr/share/lintian/overrides/ttdn"
install -m 644 "$here/linux/copyright" "$documents/copyright"
install -m 644 "$root/CHANGELOG.md" "$documents/CHANGELOG.md"
chmod -R u=rwX,go=rX "$tree"
find "$tree/opt" -name '*.so*' -type f -exec chmod 644 {} +

version="$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$root/ttdn_desktop/__init__.py")"
arch="$(dpkg --print-architecture)"
printf 'ttdn (%s) unstable; urgency=medium\n\n  * See CHANGELOG.md.\n\n -- %s  %s\n' "$version" \
    "$(sed -n 's/^Maintainer: //p' "$here/linux/control")" \
    "$(date --utc --rfc-email --date="@$SOURCE_DATE_EPOCH")" | gzip -9n > "$documents/changelog.gz"

# The control file: the oldest libc that has every symbol asked for is found, not guessed.
libc="$(find "$tree/opt" -type f \( -name '*.so*' -o -name ttdn \) -exec objdump -T {} + 2>/dev/null \
    | grep -o 'GLIBC_2[0-9.]*' | sort -uV | tail -n 1 | cut -d_ -f2)"
sed -e "s/@VERSION@/$version/" -e "s/@ARCH@/$arch/" -e "s/@LIBC@/$libc/" \
    -e "s/@SIZE@/$(du -sk --apparent-size --exclude=DEBIAN "$tree" | cut -f1)/" \
    "$here/linux/control" > "$tree/DEBIAN/control"
(cd "$tree" && find usr opt -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) \
    > "$tree/DEBIAN/md5sums"
chmod 644 "$tree"/DEBIAN/*
find "$tree" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
package="$out/ttdn_${version}_${arch}.deb"
dpkg-deb --root-owner-group -Zxz --build "$tree" "$package" 1>&2
echo "$package"

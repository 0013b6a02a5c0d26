#!/usr/bin/env bash
# Makes the large pictures of the load benchmark from photographs and paintings in Debian packages.
# usage: make-images.sh [DIR]     (300 MB in benchmark-images, some minutes; what is there is kept)
# needs: Debian, apt-get install libvips-tools, and 5 GB of free disk in TMPDIR while it runs
set -euo pipefail
out=${1:-$(dirname "$0")/../../benchmark-images}
mkdir -p "$out"
out=$(cd "$out" && pwd)
missing=
for f in big.tif deflate.tif photo.jpg photo_big.jpg photo.png; do
  [[ -s $out/$f ]] || missing="$missing $f"
done
[[ $missing ]] || { echo "all there: $out"; exit 0; }
work=$(mktemp -d "${TMPDIR:-/tmp}/make-images.XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work"

# make FILE COMMAND…: a file appears under its name when it is complete.
make() {
  local file=$1 part=part.${1##*.}
  shift
  [[ -s $out/$file ]] && return
  "${@//OUT/$part}"
  mv "$part" "$out/$file"
}

for package in mate-backgrounds plasma-workspace-wallpapers; do
  apt-get download -q "$package" >/dev/null
  dpkg -x "$package"_*.deb x
done
mate=x/usr/share/backgrounds/mate
plasma=x/usr/share/wallpapers

# Sixteen cells of 5120 x 3840, some of them others turned or mirrored, with noise as of a scanner.
cell() { vips thumbnail "$1" "c$2.v" 5120 --height 3840 --size both --crop centre; }
elephants=$(find $mate -name 'Elephants_5640*' | head -1)
vips extract_area "$elephants" left.v 0 0 4200 3150
vips extract_area "$elephants" right.v 1440 0 4200 3172
cell "$elephants" 00
cell $mate/nature/RainDrops.jpg 01
vips flip c00.v c02.v horizontal
cell $plasma/Canopee/contents/images/3840x2160.png 03
cell $mate/nature/TwoWings.jpg 04
cell left.v 05
cell $plasma/Autumn/contents/images/2560x1600.jpg 06
vips flip c00.v c07.v vertical
cell right.v 08
cell $mate/nature/Blinds.jpg 09
vips rot c05.v c10.v d180
cell $plasma/SafeLanding/contents/images/5120x2880.jpg 11
cell $mate/nature/Dune.jpg 12
vips rot c08.v c13.v d180
vips flip c06.v c14.v horizontal
vips rot c00.v c15.v d180
for cell in c??.v; do
  vips extract_band "$cell" rgb.v 0 --n 3
  mv rgb.v "$cell"
done
vips arrayjoin "$(ls c??.v | tr '\n' ' ')" joined.v --across 4
rm -f c??.v left.v right.v
vips extract_area joined.v mosaic.v 0 0 20000 15000
vips gaussnoise noise.v 5000 3840 --sigma 3 --mean 0
vips replicate noise.v noises.v 4 4
vips extract_area noises.v fitting.v 0 0 20000 15000
rm -f joined.v noises.v
vips add mosaic.v fitting.v sum.v
rm -f mosaic.v fitting.v
vips cast sum.v bytes.v uchar
rm -f sum.v
vips copy bytes.v base.v --interpretation srgb
rm -f bytes.v

tiles=(--tile --tile-width 256 --tile-height 256 --pyramid --strip)
make big.tif vips tiffsave base.v OUT --compression jpeg --Q 85 "${tiles[@]}"
vips extract_area base.v photo.v 0 0 6000 4000
make photo.jpg vips jpegsave photo.v OUT --Q 88 --strip
make photo.png vips pngsave photo.v OUT --compression 6 --strip
vips extract_area base.v large.v 2000 3000 12000 9000
make photo_big.jpg vips jpegsave large.v OUT --Q 88 --strip
vips extract_area base.v scan.v 5120 3840 8000 6000
make deflate.tif vips tiffsave scan.v OUT --compression deflate --predictor horizontal "${tiles[@]}"
ls -l "$out"

#!/bin/sh -e
# Makes the TIFF fixtures and the PNG pictures to compare them with, in the current folder.
# Needs libvips 8.14 (vips), ImageMagick 6 (convert) and libtiff 4.5 (tiffcp, tiffset).
# All pictures are 67 x 47: prime and not square. Tiles are 32 x 16.

work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
tile="--tile --tile-width 32 --tile-height 16"
nice="-define png:exclude-chunks=date,time,bKGD -strip"

# --- what is on the pictures: waves, a disc with hard edges, stripes of one pixel
convert -size 67x47 xc:gray -depth 16 \
  -channel R -fx '0.5+0.5*sin(i/9)*cos(j/7)' \
  -channel G -fx '(i+j)/112' \
  -channel B -fx 'hypot(i-40,j-20)<14 ? 0.1 : (i%5==0 && j>31 ? 1 : 0.6+0.4*cos(i*j/900))' \
  +channel $nice -define png:color-type=2 -define png:bit-depth=16 rgb16.png
convert rgb16.png $nice -depth 8 -define png:color-type=2 rgb.png
convert rgb16.png $nice -colorspace gray -define png:color-type=0 -define png:bit-depth=16 gray16.png
convert gray16.png $nice -depth 8 -define png:color-type=0 gray.png
convert gray.png $nice -threshold 45% -define png:color-type=0 -define png:bit-depth=8 bitonal.png
convert -size 67x47 xc: -fx 'min(1,max(0,(i+2*j)/120-0.1))' -depth 8 "$work/mask.png"
convert rgb.png "$work/mask.png" $nice -alpha off -compose CopyOpacity -composite -define png:color-type=6 rgba.png
convert gray.png "$work/mask.png" $nice -alpha off -compose CopyOpacity -composite -define png:color-type=4 gray-alpha.png
convert rgb16.png "$work/mask.png" $nice -alpha off -compose CopyOpacity -composite -depth 16 -define png:color-type=6 -define png:bit-depth=16 rgba16.png
convert rgb.png $nice +dither -colors 200 -define png:color-type=2 palette-200.png
convert rgb.png $nice +dither -colors 14 -depth 4 -define png:bit-depth=8 -define png:color-type=2 palette-14.png
convert bitonal.png $nice +level-colors '#ff0000,#ffff00' -define png:color-type=2 palette-2.png

# --- compression and layout
vips tiffsave rgb.png rgb-none-strips.tif
vips tiffsave rgb.png rgb-none-tiles.tif $tile
vips tiffsave rgb.png rgb-lzw-strips.tif --compression lzw --predictor none
vips tiffsave rgb.png rgb-lzw-predicted-tiles.tif --compression lzw $tile
vips tiffsave rgb.png rgb-deflate-tiles.tif --compression deflate --predictor none $tile
tiffcp -r 11 -c zip:2 rgb-none-strips.tif rgb-deflate-predicted-strips.tif
tiffcp -r 13 -c packbits rgb-none-strips.tif rgb-packbits-strips.tif
tiffcp -r 100 -c lzw:2 rgb-none-strips.tif rgb-lzw-one-strip.tif
tiffcp -r 1 -c zip:2 rgb-none-strips.tif rgb-deflate-strip-per-row.tif
convert rgb.png -depth 8 -compress Zip -define tiff:rows-per-strip=7 rgb-adobe-deflate-strips.tif

# --- bits and byte order
vips tiffsave rgb16.png rgb16-none-strips.tif
vips tiffsave rgb16.png rgb16-deflate-predicted-tiles.tif --compression deflate $tile
tiffcp -B -c lzw:2 rgb16-none-strips.tif rgb16-big-endian-lzw-predicted.tif
tiffcp -B -c none rgb16-none-strips.tif rgb16-big-endian-none.tif
tiffcp -B -t -w 32 -l 16 -c zip:1 rgb-none-strips.tif rgb-big-endian-tiles.tif
vips tiffsave gray16.png gray16-lzw-predicted-strips.tif --compression lzw
tiffcp -r 17 -c none rgb-none-strips.tif rgb-none-low-strips.tif
vips tiffsave gray.png gray-deflate-tiles.tif --compression deflate $tile
vips tiffsave gray.png gray4-none.tif --bitdepth 4
vips tiffsave gray.png gray2-lzw-tiles.tif --bitdepth 2 --compression lzw --predictor none $tile
vips tiffsave bitonal.png bitonal-none.tif --bitdepth 1
vips tiffsave bitonal.png bitonal-white-is-zero-packbits.tif --bitdepth 1 --miniswhite --compression packbits
# (ImageMagick sets the field but does not turn the samples round)
convert gray.png -negate -depth 8 -define quantum:polarity=min-is-white -compress LZW gray-white-is-zero.tif
for f in gray4-none gray2-lzw-tiles; do vips copy $f.tif $f.png; done

# --- BigTIFF
vips tiffsave rgb.png big-tiles.tif --bigtiff --compression lzw --predictor none $tile
tiffcp -8 -B -c zip:2 rgb16-none-strips.tif big-big-endian-rgb16.tif

# --- alpha and other extra samples
vips tiffsave rgba.png rgba-deflate-tiles.tif --compression deflate $tile
vips tiffsave rgba.png rgba-associated.tif --premultiply --compression lzw
vips tiffsave rgba16.png rgba16-associated-tiles.tif --premultiply --compression deflate $tile
convert rgba.png -depth 8 -define tiff:alpha=unspecified -compress LZW rgb-unspecified-extra.tif
vips tiffsave gray-alpha.png gray-alpha-lzw.tif --compression lzw

# --- planes
tiffcp -p separate -c lzw:2 rgb-none-strips.tif rgb-planar-lzw-predicted.tif
convert rgb16.png -depth 16 -interlace plane -compress Zip -define tiff:predictor=1 rgb16-planar-deflate.tif
tiffcp -p separate -t -w 32 -l 16 -c zip:2 rgb-none-strips.tif rgb-planar-deflate-tiles.tif
vips tiffsave rgba.png "$work/rgba.tif"
tiffcp -p separate -c packbits "$work/rgba.tif" rgba-planar-packbits.tif
tiffcp -p separate -c none rgb-unspecified-extra.tif rgb-planar-unspecified-extra.tif

# --- palettes
convert palette-200.png -type palette -depth 8 -compress LZW palette8-lzw.tif
convert palette-14.png -type palette -depth 4 -compress none palette4-none.tif
convert palette-2.png -type palette -depth 1 -compress none palette1-none.tif

# --- inks
vips icc_transform rgb.png "$work/cmyk.tif" cmyk --embedded 2>/dev/null || vips colourspace rgb.png "$work/cmyk.tif" cmyk
vips tiffsave "$work/cmyk.tif" cmyk-deflate-tiles.tif --compression deflate $tile --strip
vips tiffsave "$work/cmyk.tif" cmyk-jpeg-tiles.tif --compression jpeg --Q 95 $tile --strip
for f in cmyk-deflate-tiles cmyk-jpeg-tiles; do
  vips copy $f.tif "$work/as-rgba.v" --interpretation srgb
  vips pngsave "$work/as-rgba.v" $f-as-rgba.png --strip
done

# --- YCbCr that is not JPEG
convert rgb.png -colorspace YCbCr -sampling-factor 1x1 -compress none ycbcr-none.tif
convert rgb.png -colorspace YCbCr -sampling-factor 1x1 -compress Zip ycbcr-deflate-predicted.tif
for f in ycbcr-none ycbcr-deflate-predicted; do
  tiff2rgba -c none -n $f.tif "$work/ycbcr.tif"
  vips pngsave "$work/ycbcr.tif" $f.png --strip
done

# --- JPEG
vips tiffsave rgb.png rgb-jpeg-ycbcr-tiles.tif --compression jpeg --Q 80 $tile
vips tiffsave rgb.png rgb-jpeg-rgb-tiles.tif --compression jpeg --Q 95 $tile
tiffcp -r 16 -c jpeg:80 rgb-none-strips.tif rgb-jpeg-ycbcr-strips.tif
vips tiffsave gray.png gray-jpeg-tiles.tif --compression jpeg --Q 90 $tile
tiffcp -p separate -r 16 -c jpeg:r:95 rgb-none-strips.tif rgb-jpeg-planar.tif
for f in rgb-jpeg-ycbcr-tiles rgb-jpeg-rgb-tiles rgb-jpeg-ycbcr-strips gray-jpeg-tiles rgb-jpeg-planar; do vips copy $f.tif $f.png; done

# --- facsimile: wide.png has runs of many lengths
tiffcp -r 10 -c g4 bitonal-none.tif bitonal-g4-strips.tif
tiffcp -c g4 -t -w 32 -l 16 bitonal-none.tif bitonal-g4-tiles.tif
tiffcp -c g3:1d bitonal-none.tif bitonal-g3-1d.tif
tiffcp -c g3:2d:fill bitonal-none.tif bitonal-g3-2d-fill.tif
tiffcp -c g4 -f lsb2msb bitonal-none.tif bitonal-g4-low-bits-first.tif
tiffcp -c none -f lsb2msb bitonal-none.tif bitonal-none-low-bits-first.tif
tiffcp -c g4 bitonal-white-is-zero-packbits.tif bitonal-white-is-zero-g4.tif
convert -size 5381x53 xc: -fx '(i<100*j ? i%(3*j+2)>j : i>2700+50*j) ? 1 : 0' $nice -define png:color-type=0 -define png:bit-depth=1 wide.png
vips tiffsave wide.png "$work/wide.tif" --bitdepth 1
for c in g4 g3:1d g3:2d; do tiffcp -r 100 -c $c "$work/wide.tif" "wide-$(echo $c | tr -d :).tif"; done

# --- pyramids, other pages, orientation, profiles
convert -size 389x251 xc: -fx '0.5+0.3*sin(i/30)+0.2*cos(j/20)' -colorspace sRGB \
  -channel R -evaluate multiply 0.7 +channel -depth 8 -define png:color-type=2 $nice pyramid.png
vips tiffsave pyramid.png pyramid.tif --pyramid --compression jpeg --Q 80 --tile --tile-width 64 --tile-height 64
vips tiffsave pyramid.png pyramid-sub-ifds.tif --pyramid --subifd --compression deflate --tile --tile-width 64 --tile-height 64
vips tiffsave pyramid.png pyramid-big.tif --pyramid --bigtiff --compression lzw --tile --tile-width 64 --tile-height 64
convert pyramid.png -compress JPEG -quality 80 -define tiff:tile-geometry=64x64 ptif:pyramid-imagemagick.tif
tiffcp -c zip gray-deflate-tiles.tif rgb-none-strips.tif pages.tif
for o in 3 6 7; do cp rgb-deflate-tiles.tif orientation-$o.tif; tiffset -s 274 $o orientation-$o.tif; done
vips tiffsave rgb.png rgb-profile.tif --compression deflate --profile srgb

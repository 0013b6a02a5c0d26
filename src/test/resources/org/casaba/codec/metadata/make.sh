#!/bin/sh
# Makes the pictures beside it: one tiny picture with the same metadata in each format, as far as
# ImageMagick can put them there.
# Wants python3 and ImageMagick 6 or later (convert) with WebP and TIFF.
set -e
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
python3 - "$work" <<'PYTHON'
import struct, sys
folder = sys.argv[1]

def ifd(start, entries):
    """A big-endian directory at start, its long values behind it."""
    head, tail = b'', b''
    after = start + 2 + 12 * len(entries) + 4
    for tag, kind, count, value in entries:
        if len(value) <= 4:
            head += struct.pack('>HHI', tag, kind, count) + value.ljust(4, b'\0')
        else:
            head += struct.pack('>HHII', tag, kind, count, after + len(tail))
            tail += value + b'\0' * (len(value) % 2)
    return struct.pack('>H', len(entries)) + head + b'\0' * 4 + tail

def ascii(tag, text):
    data = text.encode('utf-8') + b'\0'
    return (tag, 2, len(data), data)

def long(tag, n):
    return (tag, 4, 1, struct.pack('>I', n))

def directories(exif, gps, interop):
    first = ifd(8, [ascii(271, 'Zeiß'), (274, 3, 1, b'\0\1'), ascii(315, 'Ada Lovelace'),
                    ascii(33432, '© Casaba'), long(34665, exif), long(34853, gps)])
    second = ifd(exif, [(33434, 5, 1, struct.pack('>II', 1, 250)), (36864, 7, 4, b'0232'),
                        ascii(36867, '2024:05:06 07:08:09'),
                        (37380, 10, 1, struct.pack('>ii', -1, 3)),
                        (37500, 7, 6, b'secret'),
                        (37510, 7, 18, b'UNICODE\0' + 'Notiz'.encode('utf-16-be')),
                        long(40965, interop)])
    third = ifd(gps, [(0, 1, 4, b'\2\3\0\0'), ascii(1, 'N'),
                      (2, 5, 3, struct.pack('>IIIIII', 52, 1, 30, 1, 3, 2))])
    fourth = ifd(interop, [ascii(1, 'R98')])
    return first, second, third, fourth

places = (0, 0, 0)
for _ in range(2):
    parts = directories(*places)
    exif = 8 + len(parts[0])
    places = (exif, exif + len(parts[1]), exif + len(parts[1]) + len(parts[2]))
parts = directories(*places)
tiff = b'MM\0*' + struct.pack('>I', 8) + b''.join(parts)
open(folder + '/exif', 'wb').write(b'Exif\0\0' + tiff)

def iim(record, number, data):
    return struct.pack('>BBBH', 0x1c, record, number, len(data)) + data

iptc = (iim(1, 90, b'\x1b%G') + iim(2, 0, b'\0\4') + iim(2, 25, b'harbour')
        + iim(2, 25, 'Küste'.encode()) + iim(2, 105, b'A Plan of the Harbour'))
pad = b'\0' * (len(iptc) % 2)
open(folder + '/8bim', 'wb').write(
    b'8BIM\x03\xed\0\0\0\0\0\x10' + b'\0\1' * 8
    + b'8BIM\4\4\0\0' + struct.pack('>I', len(iptc)) + iptc + pad)
open(folder + '/xmp', 'wb').write(
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" dc:format="Straße"/></rdf:RDF></x:xmpmeta>'
    '<?xpacket end="w"?>'.encode('utf-8'))
PYTHON
picture="convert -size 8x6 gradient:red-blue +set date:create +set date:modify"
profiles="-profile 8bim:$work/8bim -profile xmp:$work/xmp"
$picture $profiles -set comment 'Drawn by hand' "$work/some.jpg"
python3 - "$work" <<'PYTHON'
import struct, sys
folder = sys.argv[1]
picture = open(folder + '/some.jpg', 'rb').read()
exif = open(folder + '/exif', 'rb').read()
segment = b'\xff\xe1' + struct.pack('>H', len(exif) + 2) + exif
open('all.jpg', 'wb').write(picture[:2] + segment + picture[2:])
PYTHON
convert all.jpg all.webp
convert all.jpg -set Title 'A plan' +set date:create +set date:modify all.png
$picture $profiles all.tif
$picture $profiles TIFF64:all-big.tif
$picture $profiles -set comment 'Drawn by hand' all.gif

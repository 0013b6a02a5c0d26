package org.casaba.codec.png;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.casaba.codec.BitRow;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.Encoder;
import org.casaba.codec.IccProfile;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.codec.XmpPacket;
import org.casaba.iiif.Format;

/**
 * Writes PNG, 8 bits a sample, or 1 bit for bitonal gray, with the profile if it fits the pixels.
 */
public final class PngEncoder implements Encoder {
  /** zlib's level: 6 makes photographs 1 to 6 % smaller, but takes three times as long. */
  private static final int LEVEL = 4;

  private static final int ITXT = 0x69545874;

  /** Keyword, not compressed, no language, no translated keyword (XMP Specification Part 3). */
  private static final byte[] XMP_HEAD =
      "XML:com.adobe.xmp\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII);

  private static final int IDAT_LENGTH = 32 << 10;
  private static final byte[] PROFILE_NAME = "ICC profile\0\0".getBytes(StandardCharsets.US_ASCII);

  @Override
  public Format format() {
    return Format.PNG;
  }

  @Override
  public void encode(PixelRows rows, EncodeOptions options, OutputStream out) throws IOException {
    boolean bitonal = options.bitonal() && rows.layout() == PixelLayout.GRAY;
    ChunkWriter chunks = new ChunkWriter(out);
    chunks.write(PngDecoder.IHDR, header(rows, bitonal));
    Optional<byte[]> profile =
        options.iccProfile().flatMap(p -> IccProfile.usable(p, rows.layout()));
    if (profile.isPresent()) {
      chunks.write(PngDecoder.ICCP, iccp(profile.get()));
    }
    if (options.xmp().isPresent()) {
      chunks.write(ITXT, itxt(options.xmp().get()));
    }
    Deflater deflater = new Deflater(LEVEL);
    try {
      PictureData data = new PictureData(chunks, deflater);
      if (bitonal) {
        writeBits(rows, data);
      } else {
        writeBytes(rows, data);
      }
      data.finish();
    } finally {
      deflater.end();
    }
    chunks.write(PngDecoder.IEND, new byte[0]);
  }

  private static byte[] header(PixelRows rows, boolean bitonal) {
    int colorType =
        switch (rows.layout()) {
          case GRAY -> 0;
          case GRAY_ALPHA -> 4;
          case RGB -> 2;
          case RGBA -> 6;
        };
    ByteBuffer data = ByteBuffer.allocate(PngHeader.LENGTH);
    data.putInt(rows.width()).putInt(rows.height());
    return data.put((byte) (bitonal ? 1 : 8)).put((byte) colorType).array();
  }

  private static byte[] iccp(byte[] profile) throws IOException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(PROFILE_NAME);
    try (OutputStream compressed = new DeflaterOutputStream(data)) {
      compressed.write(profile);
    }
    return data.toByteArray();
  }

  private static byte[] itxt(XmpPacket packet) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(XMP_HEAD);
    data.writeBytes(packet.bytes());
    return data.toByteArray();
  }

  private static void writeBytes(PixelRows rows, PictureData data) throws IOException {
    int length = rows.width() * rows.layout().bands();
    RowFilter filter = new RowFilter(length, rows.layout().bands());
    byte[] row = new byte[length];
    byte[] above = new byte[length];
    for (int y = 0; y < rows.height(); y++) {
      rows.next(row);
      data.write(filter.apply(row, above));
      byte[] spare = above;
      above = row;
      row = spare;
    }
  }

  private static void writeBits(PixelRows rows, PictureData data) throws IOException {
    byte[] row = new byte[rows.width()];
    byte[] packed = new byte[1 + BitRow.length(row.length)]; // filter 0, then the bits
    for (int y = 0; y < rows.height(); y++) {
      rows.next(row);
      BitRow.pack(row, packed, 1);
      data.write(packed);
    }
  }

  /** Compresses rows into IDAT chunks. */
  private static final class PictureData {
    private final ChunkWriter chunks;
    private final Deflater deflater;
    private final byte[] idat = new byte[IDAT_LENGTH];
    private int filled;

    PictureData(ChunkWriter chunks, Deflater deflater) {
      this.chunks = chunks;
      this.deflater = deflater;
    }

    void write(byte[] row) throws IOException {
      deflater.setInput(row);
      while (!deflater.needsInput()) {
        deflate();
      }
    }

    void finish() throws IOException {
      deflater.finish();
      while (!deflater.finished()) {
        deflate();
      }
      if (filled > 0) {
        chunks.write(PngDecoder.IDAT, idat, filled);
      }
    }

    private void deflate() throws IOException {
      filled += deflater.deflate(idat, filled, idat.length - filled);
      if (filled == idat.length) {
        chunks.write(PngDecoder.IDAT, idat, filled);
        filled = 0;
      }
    }
  }
}

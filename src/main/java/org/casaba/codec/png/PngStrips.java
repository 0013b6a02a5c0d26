package org.casaba.codec.png;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.casaba.codec.BitRow;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.IccProfile;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.codec.StripFile;
import org.casaba.codec.Strips;
import org.casaba.codec.XmpPacket;
import org.casaba.geometry.Dimensions;

/** A PNG file, made of strips whose rows are filtered and deflated without those above them. */
final class PngStrips implements StripFile {
  private static final int ITXT = 0x69545874;

  /** Keyword, not compressed, no language, no translated keyword (XMP Specification Part 3). */
  private static final byte[] XMP_HEAD =
      "XML:com.adobe.xmp\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] PROFILE_NAME = "ICC profile\0\0".getBytes(StandardCharsets.US_ASCII);

  private final Strips strips;
  private final PixelLayout layout;
  private final EncodeOptions options;
  private final boolean bitonal;
  private final ZlibStream stream;

  PngStrips(Strips strips, PixelLayout layout, EncodeOptions options) {
    this.strips = strips;
    this.layout = layout;
    this.options = options;
    this.bitonal = options.bitonal() && layout == PixelLayout.GRAY;
    this.stream = new ZlibStream(strips.count());
  }

  @Override
  public void head(OutputStream out) throws IOException {
    out.write(PngDecoder.SIGNATURE);
    ChunkWriter chunks = new ChunkWriter(out);
    chunks.write(PngDecoder.IHDR, header());
    Optional<byte[]> profile = options.iccProfile().flatMap(p -> IccProfile.usable(p, layout));
    if (profile.isPresent()) {
      chunks.write(PngDecoder.ICCP, iccp(profile.get()));
    }
    if (options.xmp().isPresent()) {
      chunks.write(ITXT, itxt(options.xmp().get()));
    }
  }

  private byte[] header() {
    int colorType =
        switch (layout) {
          case GRAY -> 0;
          case GRAY_ALPHA -> 4;
          case RGB -> 2;
          case RGBA -> 6;
        };
    Dimensions size = strips.size();
    ByteBuffer data = ByteBuffer.allocate(PngHeader.LENGTH);
    data.putInt(size.width()).putInt(size.height());
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

  @Override
  public void strip(int index, PixelRows rows, OutputStream out) throws IOException {
    try (ZlibStream.Part part = stream.part(index, new ChunkWriter(out))) {
      if (bitonal) {
        writeBits(rows, part);
      } else {
        writeBytes(rows, part);
      }
      part.finish();
    }
  }

  private static void writeBytes(PixelRows rows, ZlibStream.Part part) throws IOException {
    int length = rows.width() * rows.layout().bands();
    RowFilter filter = new RowFilter(length, rows.layout().bands());
    byte[] row = new byte[length];
    byte[] above = new byte[length];
    for (int y = 0; y < rows.height(); y++) {
      rows.next(row);
      part.write(y == 0 ? filter.alone(row) : filter.apply(row, above));
      byte[] spare = above;
      above = row;
      row = spare;
    }
  }

  private static void writeBits(PixelRows rows, ZlibStream.Part part) throws IOException {
    byte[] row = new byte[rows.width()];
    byte[] packed = new byte[1 + BitRow.length(row.length)]; // filter 0, then the bits
    for (int y = 0; y < rows.height(); y++) {
      rows.next(row);
      BitRow.pack(row, packed, 1);
      part.write(packed);
    }
  }

  @Override
  public void tail(OutputStream out) throws IOException {
    ChunkWriter chunks = new ChunkWriter(out);
    stream.end(chunks);
    chunks.write(PngDecoder.IEND, new byte[0]);
  }
}

package org.casaba.codec.png;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Decoder;
import org.casaba.codec.ExifOrientation;
import org.casaba.codec.IccProfile;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.codec.png.PngHeader.ColorType;
import org.casaba.content.Content;
import org.casaba.geometry.Orientation;
import org.jspecify.annotations.Nullable;

/**
 * Reads PNG files row by row. Of the ancillary chunks (section 11.3) it heeds tRNS, iCCP and eXIf;
 * the others are passed over unread. Interlaced pictures are decoded into a {@link
 * org.casaba.codec.Spool} first.
 */
public final class PngDecoder implements Decoder {
  static final int IHDR = 0x49484452;
  static final int PLTE = 0x504C5445;
  static final int IDAT = 0x49444154;
  static final int IEND = 0x49454E44;
  static final int TRNS = 0x74524E53;
  static final int ICCP = 0x69434350;
  static final int EXIF = 0x65584966;
  static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private static final int CRITICAL = 0x20000000;
  private static final int MAX_PALETTE_LENGTH = 3 * 256;
  private static final int MAX_EXIF_LENGTH = 1 << 20;
  private static final int TAIL_LENGTH = 32 << 10;
  private static final int MAX_PROFILE_NAME_LENGTH = 79;

  @Override
  public boolean recognises(ByteBuffer head) {
    return head.remaining() >= SIGNATURE.length
        && head.slice(head.position(), SIGNATURE.length).equals(ByteBuffer.wrap(SIGNATURE));
  }

  @Override
  public DecodedImage open(Content content) throws IOException {
    ChunkReader chunks = new ChunkReader(content, SIGNATURE.length);
    chunks.next();
    if (chunks.type() != IHDR || chunks.left() != PngHeader.LENGTH) {
      throw new DamagedImageException("The PNG file does not begin with its header");
    }
    PngHeader header = PngHeader.of(chunks.readAll());
    byte[] plte = null;
    byte[] trns = null;
    byte[] iccp = null;
    byte[] exif = null;
    for (chunks.next(); chunks.type() != IDAT; chunks.next()) {
      switch (chunks.type()) {
        case PLTE -> plte = read(chunks, MAX_PALETTE_LENGTH);
        case TRNS -> trns = read(chunks, MAX_PALETTE_LENGTH);
        case ICCP -> iccp = read(chunks, IccProfile.MAX_LENGTH);
        case EXIF -> exif = read(chunks, MAX_EXIF_LENGTH);
        default -> skip(chunks);
      }
    }
    if (exif == null) {
      exif = exifInTail(content, chunks.chunkStart());
    }
    SampleConversion conversion = conversion(header, plte, trns);
    Optional<byte[]> profile =
        iccp == null
            ? Optional.empty()
            : inflateProfile(iccp).flatMap(p -> IccProfile.usable(p, conversion.layout()));
    Orientation orientation = exif == null ? Orientation.UPRIGHT : ExifOrientation.of(exif);
    PngFile file = new PngFile(header, conversion, chunks.chunkStart(), orientation, profile);
    return new PngImage(content, file);
  }

  private static byte @Nullable [] read(ChunkReader chunks, int limit) throws IOException {
    if (chunks.left() > limit) {
      chunks.skip();
      return null;
    }
    return chunks.readAll();
  }

  private static void skip(ChunkReader chunks) throws IOException {
    if (chunks.type() == IEND) {
      throw new DamagedImageException("The PNG file has no picture");
    }
    if ((chunks.type() & CRITICAL) == 0) {
      throw new UnsupportedImageException("The PNG file has an unknown part that matters");
    }
    chunks.skip();
  }

  private static SampleConversion conversion(
      PngHeader header, byte @Nullable [] plte, byte @Nullable [] trns)
      throws DamagedImageException {
    if (header.color() != ColorType.PALETTE) {
      return SampleConversion.direct(header, trns);
    }
    if (plte == null || plte.length < 3) {
      throw new DamagedImageException("The PNG file has no palette");
    }
    return SampleConversion.indexed(header, plte, trns);
  }

  /**
   * The profile in a chunk iCCP: a name, a zero, the compression method, the compressed profile.
   */
  private static Optional<byte[]> inflateProfile(byte[] iccp) {
    int nameLength = 0;
    while (nameLength < iccp.length && iccp[nameLength] != 0) {
      nameLength++;
    }
    int start = nameLength + 2;
    if (nameLength > MAX_PROFILE_NAME_LENGTH || start >= iccp.length || iccp[start - 1] != 0) {
      return Optional.empty();
    }
    InputStream compressed = new ByteArrayInputStream(iccp, start, iccp.length - start);
    try (InputStream inflated = new InflaterInputStream(compressed)) {
      return Optional.of(inflated.readNBytes(IccProfile.MAX_LENGTH + 1));
    } catch (IOException e) {
      return Optional.empty(); // a broken profile is none
    }
  }

  /**
   * The data of an eXIf chunk after the picture, where ImageMagick puts it: looked for in the
   * file's last bytes only, since to go there chunk by chunk would be to visit all of the file.
   */
  private static byte @Nullable [] exifInTail(Content content, long firstIdat) throws IOException {
    long start = Math.max(firstIdat, content.size() - TAIL_LENGTH);
    byte[] tail = content.read(start, (int) (content.size() - start));
    for (int i = tail.length - 8; i >= 4; i--) {
      if (ByteBuffer.wrap(tail).getInt(i) == EXIF) {
        int length = ByteBuffer.wrap(tail).getInt(i - 4);
        if (length >= 0 && length <= tail.length - i - 8) {
          return Arrays.copyOfRange(tail, i + 4, i + 4 + length);
        }
      }
    }
    return null;
  }
}

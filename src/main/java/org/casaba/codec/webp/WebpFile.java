package org.casaba.codec.webp;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.casaba.codec.ContentReader;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.ExifOrientation;
import org.casaba.codec.IccProfile;
import org.casaba.content.Content;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;

/**
 * What stands in a WebP file (RFC 9649, section 2) around its pixels.
 *
 * @param canvas size of what is shown
 * @param frame the picture, or an animation's first one
 * @param bounds where the picture lies on the canvas
 */
record WebpFile(Dimensions canvas, WebpFrame frame, Rectangle bounds, Presentation presentation) {

  /** How the picture is meant to be shown. */
  record Presentation(Optional<byte[]> profile, Orientation orientation) {
    private static final Presentation PLAIN =
        new Presentation(Optional.empty(), Orientation.UPRIGHT);
  }

  private static final int FIRST_CHUNK = 12;
  private static final int VP8X_LENGTH = 10;
  private static final int ANMF_LENGTH = 16;
  private static final int ANIMATION = 2;
  private static final int LONGEST_EXIF = 1 << 20;

  static WebpFile read(Content content) throws IOException {
    List<RiffChunk> chunks = RiffChunk.list(content, FIRST_CHUNK, content.size());
    if (chunks.isEmpty()) {
      throw new DamagedImageException("The WebP file has no picture");
    }
    RiffChunk first = chunks.getFirst();
    if (first.type() != RiffChunk.VP8X) {
      WebpFrame frame = WebpFrame.read(content, List.of(first));
      return new WebpFile(frame.size(), frame, frame.size().whole(), Presentation.PLAIN);
    }
    first.require(VP8X_LENGTH);
    ContentReader reader = new ContentReader(content, first.start(), ByteOrder.LITTLE_ENDIAN);
    int flags = reader.u8();
    reader.seek(first.start() + 4);
    Dimensions canvas = new Dimensions(1 + u24(reader), 1 + u24(reader));
    Optional<byte[]> profile = data(content, chunks, RiffChunk.ICCP, IccProfile.MAX_LENGTH);
    Orientation orientation =
        data(content, chunks, RiffChunk.EXIF, LONGEST_EXIF)
            .map(ExifOrientation::of)
            .orElse(Orientation.UPRIGHT);
    Presentation presentation = new Presentation(profile, orientation);
    if ((flags & ANIMATION) != 0) {
      return animated(content, chunks, canvas, presentation);
    }
    WebpFrame frame = WebpFrame.read(content, chunks);
    if (!frame.size().equals(canvas)) {
      throw new DamagedImageException("The WebP file's picture is not of the size announced");
    }
    return new WebpFile(canvas, frame, canvas.whole(), presentation);
  }

  private static WebpFile animated(
      Content content, List<RiffChunk> chunks, Dimensions canvas, Presentation presentation)
      throws IOException {
    RiffChunk first =
        RiffChunk.first(chunks, RiffChunk.ANMF)
            .orElseThrow(() -> new DamagedImageException("The WebP file has no picture"));
    first.require(ANMF_LENGTH);
    ContentReader reader = new ContentReader(content, first.start(), ByteOrder.LITTLE_ENDIAN);
    int x = 2 * u24(reader);
    int y = 2 * u24(reader);
    WebpFrame frame =
        WebpFrame.read(content, RiffChunk.list(content, first.start() + ANMF_LENGTH, first.end()));
    Rectangle bounds = new Rectangle(x, y, frame.size().width(), frame.size().height());
    if (!bounds.isInside(canvas)) {
      throw new DamagedImageException("The WebP file's first frame lies outside its canvas");
    }
    return new WebpFile(canvas, frame, bounds, presentation);
  }

  private static int u24(ContentReader reader) throws IOException {
    return reader.u16() | reader.u8() << 16;
  }

  private static Optional<byte[]> data(
      Content content, List<RiffChunk> chunks, int type, int longest) throws IOException {
    Optional<RiffChunk> chunk = RiffChunk.first(chunks, type);
    if (chunk.isEmpty() || chunk.get().length() > longest) {
      return Optional.empty();
    }
    return Optional.of(content.read(chunk.get().start(), (int) chunk.get().length()));
  }

  /** Whether anything that is shown may be transparent. */
  boolean alpha() {
    return frame.alpha() || !bounds.size().equals(canvas);
  }
}

package org.casaba.codec.metadata;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.codec.XmpPacket;
import org.casaba.content.Content;

/** Reads the metadata of JPEG, TIFF, PNG, WebP and GIF files; others have none. */
public final class MetadataReader {
  private static final int HEAD_LENGTH = 12;

  private MetadataReader() {}

  /**
   * Reads what there is; of a TIFF file, what its first directory has.
   *
   * @throws DamagedImageException if anything of it cannot be understood
   * @throws UnsupportedImageException if it is more than is read
   */
  public static Metadata read(Content content) throws IOException {
    try {
      Findings findings = new Findings();
      find(content, findings);
      return findings.toMetadata();
    } catch (EOFException e) {
      throw new DamagedImageException("Its metadata end early", e);
    } catch (RuntimeException e) {
      throw new DamagedImageException("Its metadata cannot be read", e);
    }
  }

  /**
   * What there is that can be put into a TIFF file.
   *
   * @throws DamagedImageException if anything of it cannot be understood
   * @throws UnsupportedImageException if it is more than is read
   */
  public static StoredMetadata stored(Content content) throws IOException {
    try {
      Findings findings = new Findings();
      find(content, findings);
      XmpPacket xmp = findings.xmp().map(XmpPacket::of).orElse(null);
      Optional<byte[]> block = findings.exifBlock();
      if (block.isPresent()) {
        return StoredFields.read(new BlockContent(block.get()), new Findings(), xmp);
      }
      return isTiff(content)
          ? StoredFields.read(content, new Findings(), xmp)
          : new StoredMetadata(List.of(), List.of(), List.of(), List.of(), xmp);
    } catch (EOFException e) {
      throw new DamagedImageException("Its metadata end early", e);
    } catch (RuntimeException e) {
      throw new DamagedImageException("Its metadata cannot be read", e);
    }
  }

  private static boolean isTiff(Content content) throws IOException {
    int mark = content.size() < HEAD_LENGTH ? 0 : ByteBuffer.wrap(content.read(0, 2)).getShort();
    return mark == 0x4949 || mark == 0x4D4D;
  }

  private static void find(Content content, Findings findings) throws IOException {
    if (content.size() < HEAD_LENGTH) {
      return;
    }
    ByteBuffer head = ByteBuffer.wrap(content.read(0, HEAD_LENGTH));
    switch (head.getInt(0)) {
      case 0x4949_2A00, 0x4949_2B00, 0x4D4D_002A, 0x4D4D_002B ->
          new TiffFields(content, findings).find();
      case 0x8950_4E47 -> PngTexts.find(content, findings);
      case 0x4749_4638 -> GifBlocks.find(content, findings);
      case 0x5249_4646 -> {
        if (head.getInt(8) == 0x5745_4250) {
          WebpChunks.find(content, findings);
        }
      }
      default -> {
        if (head.getShort(0) == (short) 0xFFD8) {
          JpegSegments.find(content, findings);
        }
      }
    }
  }
}

package org.casaba.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.casaba.content.Content;

/** Reads one family of image formats. Stateless and thread-safe. */
public interface Decoder {

  /** How many bytes of a file's beginning {@link #recognises} wants to see at most. */
  int HEAD_LENGTH = 64;

  /**
   * Whether a file that begins with these bytes is this decoder's.
   *
   * @param head up to {@value #HEAD_LENGTH} bytes, fewer if the file is shorter; position 0
   */
  boolean recognises(ByteBuffer head);

  /**
   * Reads the headers of a page. Only few formats have more than one.
   *
   * @param page 1 or more
   * @throws NoSuchPageException if there are fewer pages
   */
  default DecodedImage open(Content content, int page) throws IOException {
    if (page != 1) {
      throw new NoSuchPageException(page, 1);
    }
    return open(content);
  }

  /**
   * Reads the headers of the first page.
   *
   * @throws DamagedImageException if the headers contradict themselves or the file
   * @throws UnsupportedImageException if the image is sound as far as one sees, but of a kind that
   *     is not read here
   */
  DecodedImage open(Content content) throws IOException;
}

package org.casaba.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.casaba.iiif.Identifier;

/**
 * Names one picture that can be answered: what its source's state, the plan and the encoder's
 * settings come to. Two requests with the same key get the same bytes; nothing about a person or a
 * host is in it.
 *
 * @param image 32 hexadecimal digits: the digest of the identifier by which the source finds the
 *     image, so that all pictures of an image can be told from others
 * @param digest 32 hexadecimal digits: the digest of all that decides the bytes, of the image too
 */
public record DerivativeKey(String image, String digest) {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{32}");

  public DerivativeKey {
    if (!DIGEST.matcher(image).matches() || !DIGEST.matcher(digest).matches()) {
      throw new IllegalArgumentException("a key is made of two digests");
    }
  }

  /**
   * The key of what these parts determine.
   *
   * @param parts all that decides the bytes, each with an exact {@code toString}
   */
  public static DerivativeKey of(Identifier image, Object... parts) {
    return new DerivativeKey(image(image), digest(parts));
  }

  /** What the keys of all pictures of that image begin with. */
  public static String image(Identifier image) {
    return digest(image);
  }

  /**
   * 32 hexadecimal digits that stand for these parts in this order.
   *
   * @param parts each with an exact {@code toString}
   */
  public static String digest(Object... parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (Object part : parts) {
        byte[] text = part.toString().getBytes(StandardCharsets.UTF_8);
        sha.update((text.length + ":").getBytes(StandardCharsets.UTF_8));
        sha.update(text);
      }
      return HexFormat.of().formatHex(sha.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

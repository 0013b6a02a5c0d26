package org.casaba.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names one picture that can be answered: what its source's state, the plan and the encoder's
 * settings come to. Two requests with the same key get the same bytes; nothing about a person or a
 * host is in it.
 *
 * @param digest 32 hexadecimal digits
 */
public record DerivativeKey(String digest) {

  /**
   * The key of what these parts determine.
   *
   * @param parts all that decides the bytes, each with an exact {@code toString}
   */
  public static DerivativeKey of(Object... parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (Object part : parts) {
        byte[] text = part.toString().getBytes(StandardCharsets.UTF_8);
        sha.update((text.length + ":").getBytes(StandardCharsets.UTF_8));
        sha.update(text);
      }
      return new DerivativeKey(HexFormat.of().formatHex(sha.digest(), 0, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

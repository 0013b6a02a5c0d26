package org.casaba.codec;

/**
 * What images are decoded and encoded with.
 *
 * @param turboJpeg {@code codec.turbojpeg}
 */
public record CodecSettings(Library turboJpeg) {

  /** Whether a library of the host is used. */
  public enum Library {
    /** If the host has it. */
    AUTO,
    /** Never. */
    OFF
  }
}

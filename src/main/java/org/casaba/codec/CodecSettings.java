package org.casaba.codec;

/**
 * What images are decoded and encoded with.
 *
 * @param turboJpeg {@code codec.turbojpeg}
 * @param libdeflate {@code codec.libdeflate}
 */
public record CodecSettings(Library turboJpeg, Library libdeflate) {

  /** Whether a library of the host is used. */
  public enum Library {
    /** If the host has it. */
    AUTO,
    /** Never. */
    OFF
  }
}

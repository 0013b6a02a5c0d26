package org.casaba.codec;

import org.casaba.codec.jpeg.JpegLibrary;
import org.casaba.codec.libdeflate.Libdeflate;
import org.casaba.codec.tiff.DeflateLibrary;
import org.casaba.codec.tiff.Libraries;
import org.casaba.codec.turbojpeg.TurboJpeg;

/**
 * What tests decode and encode with: TurboJPEG and libdeflate if the host has them, unless the
 * system property {@code casaba.codec.turbojpeg} or {@code casaba.codec.libdeflate} is {@code off}.
 * The tests are the same either way.
 */
public final class TestedLibrary {
  public static final JpegLibrary JPEG =
      isOff("turbojpeg")
          ? JpegLibrary.NONE
          : TurboJpeg.find(TurboJpeg.USUAL_NAMES)
              .<JpegLibrary>map(found -> found)
              .orElse(JpegLibrary.NONE);

  public static final DeflateLibrary DEFLATE =
      isOff("libdeflate")
          ? DeflateLibrary.NONE
          : Libdeflate.find(Libdeflate.USUAL_NAMES)
              .<DeflateLibrary>map(found -> found)
              .orElse(DeflateLibrary.NONE);

  public static final Libraries ALL = new Libraries(JPEG, DEFLATE);

  private TestedLibrary() {}

  private static boolean isOff(String library) {
    return "off".equals(System.getProperty("casaba.codec." + library));
  }
}

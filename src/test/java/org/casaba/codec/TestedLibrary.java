package org.casaba.codec;

import org.casaba.codec.jpeg.JpegLibrary;
import org.casaba.codec.turbojpeg.TurboJpeg;

/**
 * What tests decode and encode JPEG data with: TurboJPEG if the host has it, unless the system
 * property {@code casaba.codec.turbojpeg} is {@code off}. The tests are the same either way.
 */
public final class TestedLibrary {
  public static final JpegLibrary JPEG =
      "off".equals(System.getProperty("casaba.codec.turbojpeg"))
          ? JpegLibrary.NONE
          : TurboJpeg.find(TurboJpeg.USUAL_NAMES)
              .<JpegLibrary>map(found -> found)
              .orElse(JpegLibrary.NONE);

  private TestedLibrary() {}
}

package org.casaba.jpeg;

/** The second bytes of JPEG markers (ITU T.81 table B.1). */
final class Marker {
  static final int SOF0 = 0xC0;
  static final int SOF1 = 0xC1;
  static final int SOF2 = 0xC2;
  static final int DHT = 0xC4;
  static final int JPG = 0xC8;
  static final int DAC = 0xCC;
  static final int SOF15 = 0xCF;
  static final int RST0 = 0xD0;
  static final int RST7 = 0xD7;
  static final int SOI = 0xD8;
  static final int EOI = 0xD9;
  static final int SOS = 0xDA;
  static final int DQT = 0xDB;
  static final int DRI = 0xDD;
  static final int APP0 = 0xE0;
  static final int APP1 = 0xE1;
  static final int APP2 = 0xE2;
  static final int APP13 = 0xED;
  static final int APP14 = 0xEE;
  static final int COM = 0xFE;
  static final int TEM = 0x01;

  /** Not a marker: the stream ends. */
  static final int NONE = -1;

  private Marker() {}

  static boolean isRestart(int marker) {
    return marker >= RST0 && marker <= RST7;
  }

  /** Whether a frame header begins, of whatever process. */
  static boolean isFrame(int marker) {
    return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
  }

  /** Whether a segment about the picture itself begins, neither about its use nor a comment. */
  static boolean isPicture(int marker) {
    return marker >= SOF0 && marker < APP0;
  }

  /** Whether the marker stands alone, without a segment that begins with its length. */
  static boolean standsAlone(int marker) {
    return isRestart(marker) || marker == SOI || marker == EOI || marker == TEM;
  }
}

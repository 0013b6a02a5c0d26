package org.casaba.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The ICC profile of an invented press: a version 2 output profile with one table, A2B0. */
public final class CmykProfile {
  private static final int POINTS = 9;

  private CmykProfile() {}

  public static byte[] bytes() {
    byte[] table = table();
    ByteBuffer profile = ByteBuffer.allocate(128 + 4 + 12 + table.length);
    profile.putInt(0, profile.capacity());
    profile.putInt(8, 0x02400000);
    text(profile, 12, "prtrCMYKLab ");
    text(profile, 36, "acsp");
    profile.putInt(68, 0xF6D6).putInt(72, 0x10000).putInt(76, 0xD32D);
    profile.putInt(128, 1);
    text(profile, 132, "A2B0");
    profile.putInt(136, 144).putInt(140, table.length);
    return profile.put(144, table).array();
  }

  private static void text(ByteBuffer profile, int at, String text) {
    profile.put(at, text.getBytes(StandardCharsets.US_ASCII));
  }

  /** A lut8Type: inks to CIELAB. */
  private static byte[] table() {
    int colors = POINTS * POINTS * POINTS * POINTS;
    ByteBuffer table = ByteBuffer.allocate(48 + 4 * 256 + 3 * colors + 3 * 256);
    table.putInt(0x6D667431).putInt(0);
    table.put((byte) 4).put((byte) 3).put((byte) POINTS).put((byte) 0);
    for (int i = 0; i < 9; i++) {
      table.putInt(i % 4 == 0 ? 0x10000 : 0);
    }
    identity(table, 4);
    for (int i = 0; i < colors; i++) {
      double c = ink(i / (POINTS * POINTS * POINTS));
      double m = ink(i / (POINTS * POINTS));
      double y = ink(i / POINTS);
      double light = 1 - ink(i);
      table.put((byte) (255 * light * (1 - 0.4 * c) * (1 - 0.5 * m) * (1 - 0.1 * y)));
      table.put((byte) (128 + light * (70 * m - 40 * c - 5 * y)));
      table.put((byte) (128 + light * (80 * y - 45 * c - 5 * m)));
    }
    identity(table, 3);
    return table.array();
  }

  private static double ink(int index) {
    return index % POINTS / (POINTS - 1.0);
  }

  private static void identity(ByteBuffer table, int channels) {
    for (int i = 0; i < channels * 256; i++) {
      table.put((byte) i);
    }
  }
}

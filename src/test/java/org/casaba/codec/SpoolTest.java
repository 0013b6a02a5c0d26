package org.casaba.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpoolTest {
  private static final long IN_MEMORY = 1 << 20;
  private static final long IN_A_FILE = 0;

  @ParameterizedTest
  @EnumSource
  void rowsComeBackFromMemory(PixelLayout layout) throws IOException {
    rowsComeBack(layout, IN_MEMORY);
  }

  @ParameterizedTest
  @EnumSource
  void rowsComeBackFromAFile(PixelLayout layout) throws IOException {
    rowsComeBack(layout, IN_A_FILE);
  }

  @ParameterizedTest
  @ValueSource(longs = {IN_MEMORY, IN_A_FILE})
  void rowsNotPutAreZero(long memoryLimit) throws IOException {
    try (Spool spool = new Spool(5, 3, PixelLayout.RGB, memoryLimit)) {
      byte[] row = new byte[15];
      row[3] = 1;
      spool.row(1, row);
      assertArrayEquals(new byte[15], row);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {IN_MEMORY, IN_A_FILE})
  void rowsAndColumnsOutsideAreRefused(long memoryLimit) throws IOException {
    try (Spool spool = new Spool(5, 3, PixelLayout.GRAY, memoryLimit)) {
      byte[] row = new byte[20];
      assertThrows(IndexOutOfBoundsException.class, () -> spool.put(3, row));
      assertThrows(IndexOutOfBoundsException.class, () -> spool.row(-1, row));
      assertThrows(IndexOutOfBoundsException.class, () -> spool.part(4, 0, 2, row));
      assertThrows(IndexOutOfBoundsException.class, () -> spool.part(0, 3, 1, row));
      assertThrows(IndexOutOfBoundsException.class, () -> spool.columns(4, 2, row));
      assertThrows(IndexOutOfBoundsException.class, () -> spool.columns(0, 2, new byte[5]));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {IN_MEMORY, IN_A_FILE})
  void closingTwiceIsHarmless(long memoryLimit) throws IOException {
    Spool spool = new Spool(5, 3, PixelLayout.GRAY, memoryLimit);
    spool.close();
    spool.close();
  }

  private static void rowsComeBack(PixelLayout layout, long memoryLimit) throws IOException {
    int width = 13;
    int height = 7;
    int bands = layout.bands();
    byte[][] picture = new byte[height][width * bands];
    Random random = new Random(layout.ordinal());
    try (Spool spool = new Spool(width, height, layout, memoryLimit)) {
      for (int y = height - 1; y >= 0; y--) {
        random.nextBytes(picture[y]);
        spool.put(y, picture[y]);
      }
      byte[] row = new byte[width * bands];
      byte[] columns = new byte[5 * height * bands];
      spool.columns(8, 5, columns);
      for (int y = 0; y < height; y++) {
        spool.row(y, row);
        assertArrayEquals(picture[y], row);
        byte[] part = new byte[4 * bands];
        spool.part(3, y, 4, part);
        assertArrayEquals(Arrays.copyOfRange(picture[y], 3 * bands, 7 * bands), part);
        for (int x = 8 * bands; x < width * bands; x++) {
          int column = x / bands - 8;
          assertEquals(picture[y][x], columns[(column * height + y) * bands + x % bands]);
        }
      }
    }
  }
}

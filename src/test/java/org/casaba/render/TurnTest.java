package org.casaba.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TurnTest {
  private static final Dimensions[] SIZES = {
    new Dimensions(1, 1),
    new Dimensions(7, 1),
    new Dimensions(1, 7),
    new Dimensions(131, 67),
    new Dimensions(64, 129)
  };

  @ParameterizedTest
  @EnumSource
  void everyPixelGoesWhereTheOrientationSays(Orientation orientation) throws IOException {
    for (Dimensions size : SIZES) {
      for (PixelLayout layout : PixelLayout.values()) {
        Picture picture = Picture.random(5, size.width(), size.height(), layout);
        assertEquals(0, turned(picture, layout, orientation).distance(moved(picture, orientation)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TURNED_90", "TURNED_270"})
  void bandsOfColumnsJoin(Orientation orientation) throws IOException {
    // So high that fewer than all columns fit into a band.
    Picture picture = Picture.random(5, 23, 50_021, PixelLayout.RGBA);
    Picture turned = turned(picture, PixelLayout.RGBA, orientation);
    assertArrayEquals(moved(picture, orientation).argb(), turned.argb());
  }

  @Test
  void uprightIsTheRowsThemselves() {
    PictureRows rows = Picture.filled(3, 2, -1).rows(PixelLayout.GRAY);
    assertSame(rows, new Turn(Orientation.UPRIGHT).apply(rows));
  }

  @Test
  void mirroringPullsOneRowAtATime() throws IOException {
    PictureRows rows = Picture.filled(3, 5, -1).rows(PixelLayout.GRAY);
    try (PixelRows mirrored = new Turn(Orientation.MIRRORED).apply(rows)) {
      mirrored.next(new byte[3]);
      assertEquals(1, rows.pulled());
    }
    assertTrue(rows.isClosed());
  }

  @ParameterizedTest
  @EnumSource
  void pullsNothingBeforeItIsPulledAndThenEndsWithItsRows(Orientation orientation)
      throws IOException {
    PictureRows rows = Picture.filled(3, 5, -1).rows(PixelLayout.GRAY);
    PixelRows turned = new Turn(orientation).apply(rows);
    assertEquals(0, rows.pulled());
    Picture.of(turned);
    assertThrows(IllegalStateException.class, () -> turned.next(new byte[5]));
    turned.close();
    turned.close();
    assertTrue(rows.isClosed());
  }

  private static Picture turned(Picture picture, PixelLayout layout, Orientation orientation)
      throws IOException {
    try (PixelRows rows = new Turn(orientation).apply(picture.rows(layout))) {
      return Picture.of(rows);
    }
  }

  private static Picture moved(Picture picture, Orientation orientation) {
    Dimensions size = orientation.apply(picture.size());
    int[] argb = new int[picture.argb().length];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        Rectangle to = orientation.apply(new Rectangle(x, y, 1, 1), picture.size());
        argb[to.y() * size.width() + to.x()] = picture.at(x, y);
      }
    }
    return new Picture(size.width(), size.height(), argb);
  }
}

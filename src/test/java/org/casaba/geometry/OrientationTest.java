package org.casaba.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OrientationTest {
  private static final Dimensions PICTURE = new Dimensions(7, 5);
  private static final Rectangle PART = new Rectangle(1, 2, 3, 1);

  static Stream<Arguments> pairs() {
    return Stream.of(Orientation.values())
        .flatMap(a -> Stream.of(Orientation.values()).map(b -> Arguments.of(a, b)));
  }

  @ParameterizedTest
  @CsvSource({
    "1, false, 0",
    "2, true, 0",
    "3, false, 2",
    "4, true, 2",
    "5, true, 3",
    "6, false, 1",
    "7, true, 1",
    "8, false, 3",
    "0, false, 0",
    "9, false, 0",
    "255, false, 0"
  })
  void exifValuesAreAsTheStandardNumbersThem(int exif, boolean mirrored, int turns) {
    Orientation o = Orientation.ofExif(exif);
    assertEquals(mirrored, o.mirrored());
    assertEquals(turns, o.quarterTurns());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void oneAfterTheOtherIsTheirComposition(Orientation a, Orientation b) {
    Rectangle stepwise = b.apply(a.apply(PART, PICTURE), a.apply(PICTURE));
    assertEquals(stepwise, a.then(b).apply(PART, PICTURE));
    assertEquals(b.apply(a.apply(PICTURE)), a.then(b).apply(PICTURE));
  }

  @ParameterizedTest
  @EnumSource(Orientation.class)
  void theInverseUndoes(Orientation o) {
    assertEquals(Orientation.UPRIGHT, o.then(o.inverse()));
    assertEquals(Orientation.UPRIGHT, o.inverse().then(o));
    assertEquals(PART, o.inverse().apply(o.apply(PART, PICTURE), o.apply(PICTURE)));
  }

  @Test
  void fourQuartersAreNone() {
    Orientation quarter = Orientation.of(false, 1);
    assertEquals(
        Orientation.UPRIGHT, quarter.then(quarter).then(quarter).then(quarter), "four quarters");
    assertEquals(Orientation.TURNED_270, Orientation.of(false, -1));
  }

  @Test
  void aQuarterClockwiseMovesTheTopLeftToTheTopRight() {
    assertEquals(
        new Rectangle(4, 0, 1, 1), Orientation.TURNED_90.apply(new Rectangle(0, 0, 1, 1), PICTURE));
  }
}

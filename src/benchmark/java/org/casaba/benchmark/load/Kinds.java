package org.casaba.benchmark.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** All kinds of requests. The same seed makes the same requests in every run. */
final class Kinds {
  private static final int SEED = 4711;
  private static final int MANY = 400;

  /** For what may take half a second each. */
  private static final int SOME = 60;

  private Kinds() {}

  static List<Kind> all() {
    return List.of(
        Kind.of(
            "tiles",
            "256 px tiles of big.tif, all levels",
            Picture.BIG,
            tiles(Picture.BIG, 256, 7, MANY)),
        Kind.of(
            "joined",
            "512 px tiles of big.tif (256 px tiles)",
            Picture.BIG,
            tiles(Picture.BIG, 512, 6, MANY)),
        Kind.of(
            "regions",
            "random regions of big.tif, resized",
            Picture.BIG,
            regions(Picture.BIG, MANY)),
        Kind.of(
            "deflate",
            "256 px tiles of deflate.tif, all levels",
            Picture.DEFLATE,
            tiles(Picture.DEFLATE, 256, 5, MANY)),
        Kind.of(
            "thumbnail",
            "!200,200 of big.tif",
            Picture.BIG,
            List.of("full/!200,200/0/default.jpg")),
        Kind.of(
            "photo-thumbnail",
            "!200,200 of photo.jpg (24 MP)",
            Picture.PHOTO,
            List.of("full/!200,200/0/default.jpg")),
        Kind.of(
                "photo-tiles",
                "512 px tiles of photo.jpg, any scale",
                Picture.PHOTO,
                tiles(Picture.PHOTO, 512, 5, SOME))
            .thatIsSlowAtFirst(),
        Kind.of(
                "photo-big-tiles",
                "512 px tiles of photo_big.jpg (108 MP), any scale",
                Picture.PHOTO_BIG,
                tiles(Picture.PHOTO_BIG, 512, 6, SOME))
            .thatIsSlowAtFirst(),
        Kind.of(
                "png-tiles",
                "512 px tiles of photo.png (24 MP), any scale",
                Picture.PHOTO_PNG,
                tiles(Picture.PHOTO_PNG, 512, 5, SOME))
            .thatIsSlowAtFirst(),
        Kind.of(
            "quarter",
            "pct:25 of big.tif (5000 x 3750)",
            Picture.BIG,
            List.of("full/pct:25/0/default.jpg")),
        Kind.of(
            "photo-full", "photo.jpg full/max", Picture.PHOTO, List.of("full/max/0/default.jpg")),
        Kind.of("info", "info.json of big.tif", Picture.BIG, List.of("info.json")));
  }

  /**
   * As viewers ask for them: each level is as likely, and in it each tile, those at the edge too.
   */
  private static List<String> tiles(Picture picture, int tile, int levels, int count) {
    Random random = new Random(SEED);
    List<String> tiles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int scale = 1 << random.nextInt(levels);
      int side = tile * scale;
      int x = random.nextInt(Math.ceilDiv(picture.width(), side)) * side;
      int y = random.nextInt(Math.ceilDiv(picture.height(), side)) * side;
      int width = Math.min(side, picture.width() - x);
      int height = Math.min(side, picture.height() - y);
      tiles.add(
          parameters(x, y, width, height, Math.ceilDiv(width, scale), Math.ceilDiv(height, scale)));
    }
    return tiles;
  }

  /** From half a screen to a fifth of the picture, shown 300 to 800 pixels wide, never enlarged. */
  private static List<String> regions(Picture picture, int count) {
    Random random = new Random(SEED);
    return IntStream.range(0, count)
        .mapToObj(i -> {
          int width = random.nextInt(800, picture.width() / 5);
          int height = random.nextInt(600, picture.height() / 5);
          int x = random.nextInt(picture.width() - width);
          int y = random.nextInt(picture.height() - height);
          int shown = random.nextInt(300, 800);
          return parameters(x, y, width, height, shown, Math.ceilDiv(shown * height, width));
        })
        .toList();
  }

  private static String parameters(int x, int y, int width, int height, int shown, int high) {
    return "%d,%d,%d,%d/%d,%d/0/default.jpg".formatted(x, y, width, height, shown, high);
  }
}

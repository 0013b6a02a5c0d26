package org.casaba.benchmark.load;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.casaba.geometry.Rectangle;

/** All kinds of requests. The same seed makes the same requests in every run. */
final class Kinds {
  static final int SEED = 4711;
  private static final int MANY = 400;

  /** Of what may take half a second each. */
  private static final int SOME = 60;

  private static final String THUMBNAIL = "full/!200,200/0/default.jpg";

  private Kinds() {}

  static List<Kind> all() {
    Tiles big = new Tiles(Picture.BIG, 256);
    return List.of(
        Kind.of(
            "tiles",
            "256 px tiles of big.tif, whole ones of all levels",
            Picture.BIG,
            big.whole(MANY)),
        Kind.of(
            "edges",
            "256 px tiles of big.tif at its right and lower edge",
            Picture.BIG,
            big.atTheEdge(MANY)),
        Kind.of(
            "joined",
            "512 px tiles of big.tif, from 256 px tiles",
            Picture.BIG,
            new Tiles(Picture.BIG, 512).whole(MANY)),
        Kind.of("regions", "random regions of big.tif, resized", Picture.BIG, regions(Picture.BIG)),
        Kind.of(
            "deflate",
            "256 px tiles of deflate.tif, whole ones of all levels",
            Picture.DEFLATE,
            new Tiles(Picture.DEFLATE, 256).whole(MANY)),
        Kind.of("thumbnail", "!200,200 of big.tif", Picture.BIG, List.of(THUMBNAIL)),
        Kind.of(
            "photo-thumbnail", "!200,200 of photo.jpg (24 MP)", Picture.PHOTO, List.of(THUMBNAIL)),
        slow("photo-tiles", "512 px tiles of photo.jpg (24 MP), any scale", Picture.PHOTO),
        slow(
            "photo-big-tiles",
            "512 px tiles of photo_big.jpg (108 MP), any scale",
            Picture.PHOTO_BIG),
        slow("png-tiles", "512 px tiles of photo.png (24 MP), any scale", Picture.PHOTO_PNG),
        Kind.of(
            "quarter",
            "pct:25 of big.tif (5000 x 3750)",
            Picture.BIG,
            List.of("full/pct:25/0/default.jpg")),
        Kind.of(
            "photo-full",
            "full/max of photo.jpg (24 MP)",
            Picture.PHOTO,
            List.of("full/max/0/default.jpg")),
        Kind.of("info", "info.json of big.tif", Picture.BIG, List.of("info.json")));
  }

  /** Of pictures that have been drawn, and kept since. */
  static List<Kind> kept() {
    return List.of(
        Kind.of(
            "kept-tiles",
            "256 px tiles of deflate.tif, kept",
            Picture.DEFLATE,
            new Tiles(Picture.DEFLATE, 256).whole(MANY)),
        Kind.of(
            "kept-large-tiles",
            "512 px tiles of deflate.tif, kept",
            Picture.DEFLATE,
            new Tiles(Picture.DEFLATE, 512).whole(MANY)));
  }

  private static Kind slow(String name, String title, Picture picture) {
    return Kind.of(name, title, picture, new Tiles(picture, 512).any(SOME)).thatIsSlowAtFirst();
  }

  /** From half a screen to a fifth of the picture, shown 300 to 800 pixels wide, never enlarged. */
  private static List<String> regions(Picture picture) {
    Random random = new Random(SEED);
    return IntStream.range(0, MANY).mapToObj(_ -> region(picture, random)).toList();
  }

  private static String region(Picture picture, Random random) {
    int width = random.nextInt(800, picture.width() / 5);
    int height = random.nextInt(600, picture.height() / 5);
    int x = random.nextInt(picture.width() - width);
    int y = random.nextInt(picture.height() - height);
    int shown = random.nextInt(300, 800);
    Rectangle part = new Rectangle(x, y, width, height);
    return parameters(part, shown, Math.ceilDiv(shown * height, width));
  }

  /** A part of a picture as a JPEG of that size. */
  static String parameters(Rectangle part, int width, int height) {
    return "%d,%d,%d,%d/%d,%d/0/default.jpg"
        .formatted(part.x(), part.y(), part.width(), part.height(), width, height);
  }
}

package org.casaba.benchmark.load;

/**
 * A picture that src/benchmark/make-images.sh makes.
 *
 * @param file its name
 * @param width in pixels
 * @param height in pixels
 */
record Picture(String file, int width, int height) {
  static final Picture BIG = new Picture("big.tif", 20000, 15000);
  static final Picture DEFLATE = new Picture("deflate.tif", 8000, 6000);
  static final Picture PHOTO = new Picture("photo.jpg", 6000, 4000);
  static final Picture PHOTO_BIG = new Picture("photo_big.jpg", 12000, 9000);
  static final Picture PHOTO_PNG = new Picture("photo.png", 6000, 4000);
}

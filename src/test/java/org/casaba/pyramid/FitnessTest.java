package org.casaba.pyramid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.Decoder;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.ReadBack;
import org.casaba.codec.jpeg.JpegDecoder;
import org.casaba.codec.jpeg.JpegEncoder;
import org.casaba.codec.metadata.MetadataReader;
import org.casaba.codec.png.PngDecoder;
import org.casaba.codec.png.PngEncoder;
import org.casaba.codec.tiff.TiffDecoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of files, and what pyramids say of what they were made of. */
final class FitnessTest {
  private static final EncodeOptions PLAIN = new EncodeOptions(90, false, null, null);
  private static final Picture PICTURE = Picture.waves(1300, 900, PixelLayout.RGB);
  private static final Watcher NOBODY = new Unwatched();

  @TempDir private Path folder;

  private final ExecutorService executor = Executors.newFixedThreadPool(2);

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  private static Fitness of(byte[] file, Decoder decoder) throws IOException {
    BytesContent content = new BytesContent(file);
    try (DecodedImage image = decoder.open(content)) {
      return Fitness.of(content, image);
    }
  }

  private static byte[] jpeg() throws IOException {
    return ReadBack.encode(new JpegEncoder(), PICTURE, PLAIN);
  }

  private static byte[] progressive() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(out);
      BufferedImage picture = new BufferedImage(1300, 900, BufferedImage.TYPE_INT_RGB);
      writer.write(null, new IIOImage(picture, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static byte[] cut(byte[] file) {
    return Arrays.copyOf(file, file.length - file.length / 5);
  }

  private byte[] pyramid(byte[] jpeg, String origin) throws IOException {
    BytesContent content = new BytesContent(jpeg);
    Path target = folder.resolve("x.tif");
    Recipe recipe = new Recipe(256, 90, Recipe.Preference.LIKE_SOURCE);
    try (DecodedImage image = new JpegDecoder().open(content)) {
      new PyramidBuilder(executor, 2)
          .build(new PyramidBuilder.Order(content, image, recipe, origin), target, NOBODY);
    }
    return Files.readAllBytes(target);
  }

  private static byte[] commented(byte[] jpeg, String comment) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(jpeg, 0, 2);
    file.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (comment.length() + 2)});
    file.writeBytes(comment.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    file.write(jpeg, 2, jpeg.length - 2);
    return file.toByteArray();
  }

  @Test
  void aBaselineJpegIsFitAndAProgressiveOneIsNot() throws IOException {
    assertTrue(of(jpeg(), new JpegDecoder()).fit());
    Fitness fitness = of(progressive(), new JpegDecoder());
    assertFalse(fitness.fit());
    assertTrue(fitness.summary().startsWith("progressive JPEG, 1300 x 900"), fitness.summary());
    assertTrue(fitness.wants().getFirst().startsWith("make a pyramid"), fitness.toString());
  }

  @Test
  void whatIsBrokenOffIsNotFit() throws IOException {
    byte[] png = ReadBack.encode(new PngEncoder(), PICTURE, PLAIN);
    for (Fitness fitness :
        List.of(
            of(cut(jpeg()), new JpegDecoder()),
            of(cut(progressive()), new JpegDecoder()),
            of(cut(png), new PngDecoder()))) {
      assertEquals(1, fitness.wants().size());
      assertTrue(fitness.wants().getFirst().contains("broken off"), fitness.toString());
    }
  }

  @Test
  void aTiffWhoseTilesLieBeyondItsEndIsBrokenOff() throws IOException {
    byte[] whole = pyramid(jpeg(), "a.jpg");
    assertTrue(of(whole, new TiffDecoder()).fit());
    // The directories lie behind the tiles: a tile is said to be elsewhere instead.
    byte[] broken = whole.clone();
    java.nio.ByteBuffer file =
        java.nio.ByteBuffer.wrap(broken).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    int directory = file.getInt(4);
    for (int i = 0; i < file.getShort(directory); i++) {
      int entry = directory + 2 + 12 * i;
      if (file.getShort(entry) == 324) {
        file.putInt(file.getInt(entry + 8) + 4, broken.length);
      }
    }
    Fitness fitness = of(broken, new TiffDecoder());
    assertTrue(fitness.wants().toString().contains("broken off"), fitness.toString());
  }

  @Test
  void whatFollowsTheEndOfAJpegDoesNoHarm() throws IOException {
    byte[] jpeg = jpeg();
    assertTrue(of(Arrays.copyOf(jpeg, jpeg.length + 100), new JpegDecoder()).fit());
  }

  @Test
  void pyramidsTellWhatTheyWereMadeOf() throws IOException {
    assertEquals(
        Optional.of("Stra\u00dfe.jpg"),
        Origin.of(new BytesContent(pyramid(jpeg(), "Stra\u00dfe.jpg"))));
  }

  @Test
  void aJpegCommentBecomesTheDescription() throws IOException {
    byte[] made = pyramid(commented(jpeg(), "Harbour"), "a.jpg");
    Object fields = MetadataReader.read(new BytesContent(made)).exif().get("IFD0");
    assertTrue(String.valueOf(fields).contains("ImageDescription=Harbour"), () -> "" + fields);
  }
}

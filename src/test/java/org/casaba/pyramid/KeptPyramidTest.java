package org.casaba.pyramid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.casaba.codec.BytesContent;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.JpegPart;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.codec.ReadBack;
import org.casaba.codec.StoredJpeg;
import org.casaba.codec.jpeg.JpegDecoder;
import org.casaba.codec.jpeg.JpegEncoder;
import org.casaba.codec.tiff.TiffDecoder;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.casaba.plan.ImageFacts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pyramids whose full size is made of the JPEG data that the source is stored in. */
final class KeptPyramidTest {
  private static final int TILE = 64;

  @TempDir private Path folder;

  private final ExecutorService executor = Executors.newFixedThreadPool(2);

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  /** A picture that is stored in JPEG tiles, of which some may not be had. */
  private record Tiles(Picture picture, int quality, int missingAt) implements StoredJpeg {
    private byte[] file(int x, int y) throws IOException {
      return ReadBack.encode(
          new JpegEncoder(),
          picture.part(new Rectangle(x, y, TILE, TILE)),
          new EncodeOptions(quality, false, null, null));
    }

    @Override
    public Optional<JpegPart> part(Rectangle region, Orientation turn, boolean gray) {
      return Optional.empty();
    }

    @Override
    public Optional<JpegPart> tile(int x, int y, Dimensions tile) throws IOException {
      if (x == missingAt) {
        return Optional.empty();
      }
      byte[] file = file(x, y);
      return Optional.of(
          new JpegPart() {
            @Override
            public Way way() {
              return Way.COPY;
            }

            @Override
            public void writeTo(EncodeOptions options, OutputStream out) throws IOException {
              out.write(file);
            }
          });
    }
  }

  /** An image whose data can be kept, in the rest as it is. */
  private record Keeping(DecodedImage image, StoredJpeg stored) implements DecodedImage {
    @Override
    public ImageFacts facts() {
      return image.facts();
    }

    @Override
    public Optional<byte[]> iccProfile() {
      return image.iccProfile();
    }

    @Override
    public PixelRows rows(int level, Rectangle region) throws IOException {
      return image.rows(level, region);
    }

    @Override
    public Optional<StoredJpeg> jpeg(int level) {
      return Optional.of(stored);
    }

    @Override
    public void close() throws IOException {
      image.close();
    }
  }

  private Built build(Tiles tiles) throws IOException {
    byte[] file =
        ReadBack.encode(
            new JpegEncoder(),
            tiles.picture(),
            new EncodeOptions(tiles.quality(), false, null, null));
    BytesContent content = new BytesContent(file);
    Watcher nobody =
        new Watcher() {
          @Override
          public void begun(Closeable unfinished) {}

          @Override
          public void progress(double part) {}
        };
    try (DecodedImage image = new Keeping(new JpegDecoder().open(content), tiles)) {
      Recipe recipe = new Recipe(TILE, 90, Recipe.Preference.LIKE_SOURCE);
      return new PyramidBuilder(executor, 2)
          .build(new PyramidBuilder.Order(content, image, recipe), target(), nobody);
    }
  }

  private Path target() {
    return folder.resolve("x.tif");
  }

  @ParameterizedTest
  @CsvSource({"RGB,80", "RGB,95", "GRAY,80"})
  void tilesOfTheFullSizeAreTheSourcesOwn(PixelLayout layout, int quality) throws IOException {
    Tiles tiles = new Tiles(Picture.waves(2 * TILE, 3 * TILE, layout), quality, -1);
    assertEquals(Built.How.KEPT, build(tiles).how());
    BytesContent made = new BytesContent(Files.readAllBytes(target()));
    try (DecodedImage image = new TiffDecoder().open(made)) {
      assertEquals(3, image.facts().levels().size());
      Rectangle last = new Rectangle(TILE, 2 * TILE, TILE, TILE);
      assertEquals(
          Picture.of(new JpegDecoder(), tiles.file(TILE, 2 * TILE)),
          Picture.of(image.rows(0, last)));
    }
  }

  @Test
  void allIsEncodedIfSomeTileCannotBeHad() throws IOException {
    Picture picture = Picture.waves(3 * TILE, TILE, PixelLayout.RGB);
    assertEquals(Built.How.ENCODED, build(new Tiles(picture, 80, 2 * TILE)).how());
  }
}

package org.casaba.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.casaba.codec.Codecs;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.ReadBack;
import org.casaba.codec.gif.GifEncoder;
import org.casaba.codec.jpeg.JpegEncoder;
import org.casaba.codec.png.PngDecoder;
import org.casaba.codec.png.PngEncoder;
import org.casaba.codec.tiff.TiffEncoder;
import org.casaba.delegate.Delegate;
import org.casaba.delegate.Inquiry;
import org.casaba.delegate.RequestFacts;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.ImageParameters;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.MetaIdentifier;
import org.casaba.iiif.RequestParser;
import org.casaba.metrics.Course;
import org.casaba.pyramid.store.PyramidSettings;
import org.casaba.pyramid.store.Pyramids;
import org.casaba.source.FilesystemSettings;
import org.casaba.source.FilesystemSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of a folder with their pyramids. */
final class StoredImagesTest {
  private static final Instant LONG_AGO = Instant.parse("2024-02-29T12:00:00Z");
  private static final MetaIdentifier NAME = MetaIdentifier.of(new Identifier("image.png"));

  @TempDir private Path folder;

  private final Codecs codecs =
      new Codecs(
          List.of(new PngDecoder()),
          List.of(new JpegEncoder(), new PngEncoder(), new GifEncoder(), new TiffEncoder()));

  /** Writes into the file itself if it is there. */
  private void write(int seed, Instant modified) throws Exception {
    Picture picture = Picture.noise(700, 500, PixelLayout.RGB, seed);
    Path file = folder.resolve("images/image.png");
    Files.createDirectories(file.resolveSibling("."));
    EncodeOptions plain = new EncodeOptions(90, false, null, null);
    Files.write(file, ReadBack.encode(new PngEncoder(), picture, plain));
    Files.setLastModifiedTime(file, FileTime.from(modified));
  }

  private Path store() {
    return folder.resolve("store");
  }

  /** The folder is made before a pyramid is begun. */
  private void awaitNobodyAtWork(Pyramids pyramids) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      if (Files.exists(store()) && pyramids.underway().isEmpty() && pyramids.waiting() == 0) {
        return;
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("a pyramid takes too long");
  }

  private long kept() throws Exception {
    try (Stream<Path> files = Files.list(store())) {
      return files.count();
    }
  }

  @Test
  void ofAFileThatIsWrittenIntoNoPyramidIsKeptUnderItsFormerState() throws Exception {
    write(1, LONG_AGO);
    PyramidSettings settings = new PyramidSettings(store(), 100 << 20, 10_000);
    try (OpenImages pool = new OpenImages(10, 1 << 20, InstantSource.system());
        Pyramids pyramids = Pyramids.of(settings, codecs, InstantSource.system())) {
      FilesystemSource source =
          new FilesystemSource(new FilesystemSettings(folder.resolve("images"), List.of(), false));
      StoredImages images = new StoredImages(source, codecs, pool, pyramids, LONG_AGO);
      try (OpenImage image = images.open(NAME, everybody(), Course.NONE)) {
        write(2, LONG_AGO.plusSeconds(60));
        image.drawn().run();
        awaitNobodyAtWork(pyramids);
      }
      assertEquals(0, kept());
      try (OpenImage image = images.open(NAME, everybody(), Course.NONE)) {
        Files.delete(store());
        image.drawn().run();
        awaitNobodyAtWork(pyramids);
      }
      assertEquals(1, kept());
    }
  }

  private static Inquiry everybody() throws Exception {
    ImageRequest request =
        RequestParser.parse(
            ApiVersion.V3,
            NAME.identifier(),
            new ImageParameters("full", "max", "0", "default.jpg"));
    var caller = new RequestFacts.Caller("127.0.0.1", Map.of());
    return Delegate.OPEN.inquiry(
        new RequestFacts(ApiVersion.V3, NAME, request, caller, "http://x/", "http://x/"));
  }
}

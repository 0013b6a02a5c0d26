package org.casaba.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import javax.imageio.ImageIO;
import org.casaba.codec.Codecs;
import org.casaba.codec.gif.GifDecoder;
import org.casaba.codec.gif.GifEncoder;
import org.casaba.codec.jpeg.JpegEncoder;
import org.casaba.codec.png.PngDecoder;
import org.casaba.codec.png.PngEncoder;
import org.casaba.codec.tiff.TiffEncoder;
import org.casaba.plan.Alterations;
import org.casaba.plan.Overlay;
import org.casaba.render.OverlayException;
import org.casaba.render.Stamp;
import org.casaba.source.FilesystemSettings;
import org.casaba.source.FilesystemSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OverlaysTest {
  private static final Codecs CODECS =
      new Codecs(
          List.of(new PngDecoder(), new GifDecoder()),
          List.of(new JpegEncoder(), new PngEncoder(), new GifEncoder(), new TiffEncoder()));

  @TempDir Path above;
  private Path folder = Path.of("");
  private Overlays overlays = Overlays.NONE;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(above.resolve("overlays"));
    write(folder.resolve("logo.png"), 30, 20);
    write(above.resolve("secret.png"), 30, 20);
    overlays =
        new Overlays(
            null, new FilesystemSource(new FilesystemSettings(folder, List.of(), false)), CODECS);
  }

  private static void write(Path file, int width, int height) throws IOException {
    ImageIO.write(
        new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png", file.toFile());
  }

  private Overlays.Opened open(String file) throws OverlayException {
    Overlay.Image image = new Overlay.Image(file, Overlay.Placement.DEFAULT);
    return overlays.open(new Alterations(List.of(), image, null)).orElseThrow();
  }

  @Test
  void imagesAreKeptWhileTheirFileIsTheSame() throws IOException {
    Overlays.Opened first = open("logo.png");
    assertEquals(600, first.stamp().area());
    assertSame(first.stamp(), open("logo.png").stamp());
    Files.setLastModifiedTime(folder.resolve("logo.png"), FileTime.fromMillis(1_000_000));
    Overlays.Opened second = open("logo.png");
    assertNotSame(first.stamp(), second.stamp());
    assertNotEquals(first.version(), second.version());
  }

  @Test
  void onlyAFewAreKept() throws IOException {
    for (int i = 0; i < 4; i++) {
      write(folder.resolve(i + ".png"), 2000, 2000);
    }
    Stamp first = open("0.png").stamp();
    Stamp last = open("1.png").stamp();
    last = open("2.png").stamp();
    last = open("3.png").stamp();
    assertSame(last, open("3.png").stamp());
    assertNotSame(first, open("0.png").stamp());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "missing.png",
        "../secret.png",
        "x/../../secret.png",
        ".",
        "/",
        "link.png",
        "damaged.png",
        "text.txt",
        "huge.png",
        "empty.png",
        "a\u0000b"
      })
  void whatIsNotToBeHadIsAnError(String name) throws IOException {
    Files.createSymbolicLink(folder.resolve("link.png"), above.resolve("secret.png"));
    byte[] logo = Files.readAllBytes(folder.resolve("logo.png"));
    Files.write(folder.resolve("damaged.png"), java.util.Arrays.copyOf(logo, 50));
    Files.writeString(folder.resolve("text.txt"), "no picture");
    Files.write(folder.resolve("empty.png"), new byte[0]);
    write(folder.resolve("huge.png"), 4097, 1025);
    assertThrows(OverlayException.class, () -> open(name));
  }

  @Test
  void absolutePathsAreAnError() {
    assertThrows(
        OverlayException.class,
        () -> open(above.resolve("secret.png").toAbsolutePath().toString()));
    assertThrows(
        OverlayException.class, () -> open(folder.resolve("logo.png").toAbsolutePath().toString()));
  }

  @Test
  void withoutAFolderNoImageCanBeLaidOver() {
    overlays = Overlays.NONE;
    assertThrows(OverlayException.class, () -> open("logo.png"));
  }

  @Test
  void textsNeedNoFile() throws OverlayException {
    Overlay.Text text = new Overlay.Text("x", Overlay.Lettering.DEFAULT, Overlay.Placement.DEFAULT);
    assertTrue(overlays.open(new Alterations(List.of(), text, null)).isEmpty());
    assertTrue(overlays.open(Alterations.NONE).isEmpty());
  }
}

package org.casaba.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.casaba.codec.bmp.BmpDecoder;
import org.casaba.codec.gif.GifDecoder;
import org.casaba.codec.gif.GifEncoder;
import org.casaba.codec.jpeg.JpegDecoder;
import org.casaba.codec.jpeg.JpegEncoder;
import org.casaba.codec.png.PngDecoder;
import org.casaba.codec.png.PngEncoder;
import org.casaba.codec.tiff.TiffDecoder;
import org.casaba.codec.tiff.TiffEncoder;
import org.casaba.codec.webp.WebpDecoder;
import org.casaba.content.Content;
import org.casaba.iiif.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CodecsTest {
  private static final List<Encoder> ENCODERS =
      List.of(
          new JpegEncoder(TestedLibrary.JPEG),
          new PngEncoder(),
          new GifEncoder(),
          new TiffEncoder());

  private static final List<Decoder> DECODERS =
      List.of(
          new TiffDecoder(TestedLibrary.ALL),
          new JpegDecoder(TestedLibrary.JPEG),
          new PngDecoder(),
          new GifDecoder(),
          new BmpDecoder(),
          new WebpDecoder());

  private final Codecs codecs = new Codecs(DECODERS, ENCODERS);

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsRecognisedByItsBytes(Format format) throws IOException {
    Picture picture = Picture.waves(40, 30, PixelLayout.RGB);
    EncodeOptions options = new EncodeOptions(95, false, null, null);
    byte[] file = ReadBack.encode(codecs.encoder(format), picture, options);
    try (DecodedImage image = codecs.open(new BytesContent(file))) {
      assertEquals(picture.width(), image.facts().size().width());
      Picture read = Picture.of(image.rows(0, image.facts().storedSize().whole()));
      assertTrue(picture.meanDifference(read) < 8, format + " " + picture.meanDifference(read));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"B", "GIF", "<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7"})
  void unknownBytesAreUnsupported(String text) {
    UnsupportedImageException e =
        assertThrows(
            UnsupportedImageException.class, () -> codecs.open(new BytesContent(text.getBytes())));
    assertTrue(e.getMessage().contains("TIFF, JPEG, PNG, GIF, BMP, WebP"));
  }

  @Test
  void whatIsEmptyIsDamaged() {
    assertEquals(
        "it is empty",
        assertThrows(DamagedImageException.class, () -> codecs.open(new BytesContent(new byte[0])))
            .getMessage());
  }

  @Test
  void surprisesInHeadersAreDamage() {
    assertDamage(new IndexOutOfBoundsException("7"));
    assertDamage(new EOFException("end"));
  }

  @Test
  void failuresToReadAndWantOfMemoryPass() {
    IOException unreachable = new IOException("unreachable");
    assertSame(unreachable, assertThrows(IOException.class, () -> open(unreachable)));
    OutOfMemoryError want = new OutOfMemoryError("heap");
    assertSame(want, assertThrows(OutOfMemoryError.class, () -> open(want)));
  }

  @Test
  void everyFormatNeedsAnEncoder() {
    List<Encoder> few = ENCODERS.subList(0, 3);
    assertThrows(IllegalArgumentException.class, () -> new Codecs(DECODERS, few));
  }

  private static void assertDamage(Throwable thrown) {
    DamagedImageException e = assertThrows(DamagedImageException.class, () -> open(thrown));
    assertSame(thrown, e.getCause());
  }

  private static void open(Throwable thrown) throws IOException {
    new Codecs(List.of(new Thrower(thrown)), ENCODERS).open(new BytesContent(new byte[10]));
  }

  /** Recognises everything and fails at it. */
  private record Thrower(Throwable thrown) implements Decoder {
    @Override
    public boolean recognises(ByteBuffer head) {
      return true;
    }

    @Override
    public DecodedImage open(Content content) throws IOException {
      switch (thrown) {
        case IOException e -> throw e;
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        default -> throw new AssertionError(thrown);
      }
    }
  }
}

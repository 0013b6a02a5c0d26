package org.casaba.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.casaba.codec.gif.GifEncoder;
import org.casaba.codec.jpeg.JpegEncoder;
import org.casaba.codec.png.PngEncoder;
import org.casaba.codec.tiff.TiffEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Metadata as another reader finds it in the files of all formats. */
final class XmpPacketTest {
  private static final String DC = "http://purl.org/dc/elements/1.1/";

  private static String rdf(String rights) {
    return "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
        + "<rdf:Description rdf:about=\"\" xmlns:dc=\""
        + DC
        + "\" dc:source=\""
        + rights
        + "\"/></rdf:RDF>";
  }

  static Stream<Arguments> filesAndLengths() {
    return Stream.of(
            new JpegEncoder(TestedLibrary.JPEG),
            new PngEncoder(),
            new TiffEncoder(),
            new GifEncoder())
        .flatMap(e -> Stream.of(10, 65_000, 300_000, 1_000_000).map(n -> Arguments.of(e, n)));
  }

  @ParameterizedTest
  @MethodSource("filesAndLengths")
  void anotherReaderFindsIt(Encoder encoder, int length) throws Exception {
    String rights = "Größe 漢 " + "x".repeat(length);
    byte[] file = encoded(encoder, XmpPacket.of(rdf(rights)), PixelLayout.RGB);
    Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
    Map<String, String> found = new HashMap<>();
    for (XmpDirectory directory : metadata.getDirectoriesOfType(XmpDirectory.class)) {
      found.putAll(directory.getXmpProperties());
    }
    assertEquals(rights, found.get("dc:source"));
  }

  @ParameterizedTest
  @MethodSource("filesAndLengths")
  void pixelsAreTheSameWithIt(Encoder encoder, int length) throws Exception {
    XmpPacket packet = XmpPacket.of(rdf("x".repeat(length)));
    for (PixelLayout layout : new PixelLayout[] {PixelLayout.GRAY, PixelLayout.RGB}) {
      assertArrayEquals(
          pixels(encoded(encoder, null, layout)), pixels(encoded(encoder, packet, layout)));
    }
  }

  @Test
  void wrappersAreAddedWhereTheyAreMissingAndNotTwice() throws Exception {
    String rdf = rdf("mine");
    String wrapped = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">" + rdf + "</x:xmpmeta>";
    String packet =
        "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
            + wrapped
            + "   \n  <?xpacket end=\"w\"?>";
    for (String text : new String[] {rdf, wrapped, packet, "<?xml version=\"1.0\"?>\n" + rdf}) {
      assertEquals(XmpPacket.of(packet), XmpPacket.of(text));
      XMPMeta parsed = XMPMetaFactory.parseFromBuffer(XmpPacket.of(text).bytes());
      assertEquals("mine", parsed.getPropertyString(DC, "source"));
    }
    String text = new String(XmpPacket.of(rdf).bytes(), StandardCharsets.UTF_8);
    assertTrue(
        text.startsWith("<?xpacket begin=\"\ufeff\"") && text.endsWith("<?xpacket end=\"r\"?>"));
  }

  private static int[] pixels(byte[] file) throws Exception {
    var image = assertNotNullImage(file);
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static java.awt.image.BufferedImage assertNotNullImage(byte[] file) throws Exception {
    var image = ImageIO.read(new ByteArrayInputStream(file));
    assertNotNull(image);
    return image;
  }

  private static byte[] encoded(
      Encoder encoder, @org.jspecify.annotations.Nullable XmpPacket xmp, PixelLayout layout)
      throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Spool picture = new Spool(40, 30, layout);
        PixelRows rows = picture.rows()) {
      byte[] row = new byte[picture.stride()];
      for (int y = 0; y < 30; y++) {
        java.util.Arrays.fill(row, (byte) (y * 8));
        picture.put(y, row);
      }
      encoder.encode(rows, new EncodeOptions(90, false, null, xmp), out);
    }
    return out.toByteArray();
  }
}

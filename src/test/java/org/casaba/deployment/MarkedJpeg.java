package org.casaba.deployment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;

/** A JPEG file that says in EXIF and XMP where and by whom it was made. */
final class MarkedJpeg {
  static final String PLACE = "at home in Linz";
  static final String MAKER = "by Anna";

  private MarkedJpeg() {}

  /** Of some 400 kB, with nothing but the picture. */
  static byte[] bare() throws IOException {
    BufferedImage image = new BufferedImage(720, 480, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int i = 0; i < 720 * 480; i++) {
      image.setRGB(i % 720, i / 720, random.nextInt(1 << 24));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", out);
    return out.toByteArray();
  }

  /**
   * Puts both behind the JFIF segment.
   *
   * @param orientation as in EXIF, 1 to 8
   */
  static byte[] marked(byte[] jpeg, int orientation) {
    ByteBuffer exif = ByteBuffer.allocate(80).put(ascii("Exif\0\0MM\0*\0\0\0\10"));
    exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0).putInt(0).put(ascii(PLACE));
    String xmp =
        "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
            + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description"
            + " rdf:about=\"\" xmlns:tiff=\"http://ns.adobe.com/tiff/1.0/\" tiff:Orientation=\""
            + orientation
            + "\" tiff:Artist=\""
            + MAKER
            + "\"/></rdf:RDF></x:xmpmeta>";
    int head = 4 + ((jpeg[4] & 0xFF) << 8 | jpeg[5] & 0xFF);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, head);
    segment(exif.array(), out);
    segment(ascii(xmp), out);
    out.write(jpeg, head, jpeg.length - head);
    return out.toByteArray();
  }

  private static void segment(byte[] content, ByteArrayOutputStream out) {
    int length = content.length + 2;
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
    out.writeBytes(content);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

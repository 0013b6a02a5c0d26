package org.casaba.codec.jpeg;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * How to make a JPEG file of a picture, by the JDK's writer.
 *
 * @param factors sampling factors of the components, horizontal and vertical one after another;
 *     none for gray
 * @param restartInterval in MCUs; 0 for none
 */
public record JpegFile(List<Integer> factors, int restartInterval, boolean progressive) {
  static final int SOF0 = 0xC0;
  public static final int DHT = 0xC4;
  static final int EOI = 0xD9;
  static final int SOS = 0xDA;
  public static final int DQT = 0xDB;
  public static final int APP0 = 0xE0;
  public static final int APP1 = 0xE1;
  public static final int APP2 = 0xE2;
  public static final int APP14 = 0xEE;

  private static final String FORMAT = "javax_imageio_jpeg_image_1.0";

  public static JpegFile of(int... factors) {
    return new JpegFile(Arrays.stream(factors).boxed().toList(), 0, false);
  }

  public JpegFile restarting(int interval) {
    return new JpegFile(factors, interval, progressive);
  }

  public JpegFile inProgression() {
    return new JpegFile(factors, restartInterval, true);
  }

  public byte[] write(Picture picture) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (progressive) {
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      BufferedImage image = image(picture);
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
      edit(metadata);
      writer.write(null, new IIOImage(image, null, metadata), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private void edit(IIOMetadata metadata) throws IOException {
    Element root = (Element) metadata.getAsTree(FORMAT);
    NodeList components = root.getElementsByTagName("componentSpec");
    for (int i = 0; i < factors.size() / 2; i++) {
      Element component = (Element) components.item(i);
      component.setAttribute("HsamplingFactor", "" + factors.get(2 * i));
      component.setAttribute("VsamplingFactor", "" + factors.get(2 * i + 1));
    }
    Element sequence = (Element) root.getElementsByTagName("markerSequence").item(0);
    if (restartInterval > 0) {
      IIOMetadataNode dri = new IIOMetadataNode("dri");
      dri.setAttribute("interval", "" + restartInterval);
      sequence.insertBefore(dri, sequence.getFirstChild());
    }
    metadata.setFromTree(FORMAT, root);
  }

  static BufferedImage image(Picture picture) {
    boolean gray = picture.layout() == PixelLayout.GRAY;
    BufferedImage image =
        new BufferedImage(
            picture.width(),
            picture.height(),
            gray ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
    int bands = picture.layout().bands();
    int[] samples = new int[picture.bytes().length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = picture.bytes()[i] & 0xFF;
    }
    if (bands != (gray ? 1 : 3)) {
      throw new IllegalArgumentException("no transparency");
    }
    image.getRaster().setPixels(0, 0, picture.width(), picture.height(), samples);
    return image;
  }

  /** Waves of light and other waves of each colour in both directions, with some noise. */
  public static Picture waves(int width, int height, PixelLayout layout) {
    Picture picture = Picture.noise(width, height, layout, width * 31L + height);
    byte[] bytes = picture.bytes();
    for (int i = 0; i < bytes.length; i++) {
      int band = i % layout.bands();
      int x = i / layout.bands() % width;
      int y = i / layout.bands() / width;
      double wave = Math.sin(x / (5.0 + 3 * band)) + Math.cos(y / (9.0 - 2 * band));
      bytes[i] = (byte) (128 + 48 * wave + bytes[i] / 5.0);
    }
    return picture;
  }

  /** What the JDK's reader makes of a gray or colour file. */
  public static Picture readByJdk(byte[] file) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    Raster raster = image.getRaster();
    if (raster.getNumBands() == 1) {
      int[] samples = raster.getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
      byte[] bytes = new byte[samples.length];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) samples[i];
      }
      return new Picture(image.getWidth(), image.getHeight(), PixelLayout.GRAY, bytes);
    }
    int[] colors =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    byte[] bytes = new byte[3 * colors.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (colors[i / 3] >> (16 - i % 3 * 8));
    }
    return new Picture(image.getWidth(), image.getHeight(), PixelLayout.RGB, bytes);
  }

  /** A file with a marker segment more, right behind SOI. */
  static byte[] withSegment(byte[] file, int marker, byte[] parameters) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, 2);
    out.write(0xFF);
    out.write(marker);
    out.write((parameters.length + 2) >> 8);
    out.write(parameters.length + 2);
    out.writeBytes(parameters);
    out.write(file, 2, file.length - 2);
    return out.toByteArray();
  }

  /** The parameters of a segment that holds a part of an ICC profile. */
  static byte[] iccPart(int number, int count, byte[] part) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII));
    out.write(number);
    out.write(count);
    out.writeBytes(part);
    return out.toByteArray();
  }

  /** A file without the marker segments of those kinds. */
  public static byte[] without(byte[] file, Set<Integer> markers) {
    return segments(file, marker -> !markers.contains(marker));
  }

  /** A stream of the tables of a file only. */
  public static byte[] tables(byte[] file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] tables = segments(file, marker -> marker == DQT || marker == DHT);
    int end = 2;
    while (marker(tables, end) == DQT || marker(tables, end) == DHT) {
      end += 2 + length(tables, end);
    }
    out.write(tables, 0, end);
    out.write(0xFF);
    out.write(EOI);
    return out.toByteArray();
  }

  private static byte[] segments(byte[] file, IntPredicate wanted) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, 2);
    int at = 2;
    while (marker(file, at) != SOS) {
      int length = 2 + length(file, at);
      if (wanted.test(marker(file, at))) {
        out.write(file, at, length);
      }
      at += length;
    }
    out.write(file, at, file.length - at);
    return out.toByteArray();
  }

  /** Where in a file the first segment with that marker begins. */
  public static int find(byte[] file, int marker) {
    int at = 2;
    while (marker(file, at) != marker) {
      at += 2 + length(file, at);
    }
    return at;
  }

  private static int marker(byte[] file, int at) {
    return file[at + 1] & 0xFF;
  }

  private static int length(byte[] file, int at) {
    return (file[at + 2] & 0xFF) << 8 | (file[at + 3] & 0xFF);
  }
}

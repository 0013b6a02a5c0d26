package org.casaba.deployment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.casaba.codec.ExifOrientation;
import org.casaba.geometry.Orientation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JPEG files that are sent whole, by the built WAR, over HTTP. */
final class WholeFilesIT {
  @TempDir static Path folder;
  private static byte[] bare = {};
  private static ServerProcess stripping;
  private static ServerProcess keeping;

  @BeforeAll
  static void start() throws IOException {
    bare = MarkedJpeg.bare();
    Files.write(folder.resolve("bare.jpg"), bare);
    Files.write(folder.resolve("replaced.jpg"), bare);
    Files.write(folder.resolve("upright.jpg"), MarkedJpeg.marked(bare, 1));
    Files.write(folder.resolve("turned.jpg"), MarkedJpeg.marked(bare, 6));
    Path file = folder.resolve("casaba.properties");
    Files.writeString(file, "render.jpeg.metadata = keep");
    stripping = ServerProcess.standalone("--images=" + folder);
    keeping = ServerProcess.standalone("--images=" + folder, "--config=" + file);
  }

  @AfterAll
  static void stop() {
    stripping.close();
    keeping.close();
  }

  private static RawRequest.Answer full(ServerProcess server, String name) throws IOException {
    RawRequest.Answer answer = server.get("iiif/3/" + name + "/full/max/0/default.jpg");
    assertEquals(200, answer.status(), answer::text);
    return answer;
  }

  private static String latin(RawRequest.Answer answer) {
    return new String(answer.body(), StandardCharsets.ISO_8859_1);
  }

  @Test
  void aFileWithNothingToLeaveOutIsSentAsItIs() throws IOException {
    RawRequest.Answer answer = full(stripping, "bare.jpg");
    assertArrayEquals(bare, answer.body());
    assertEquals(Integer.toString(bare.length), answer.header("Content-Length").orElse(""));
    String tag = "If-None-Match: " + answer.header("ETag").orElseThrow();
    String target = "iiif/3/bare.jpg/full/max/0/default.jpg";
    assertEquals(304, stripping.get(target, tag).status());
    RawRequest asked = RawRequest.get(stripping.base(), "/" + target);
    RawRequest.Answer head =
        new RawRequest(asked.server(), "HEAD", asked.target(), asked.headers()).send();
    assertEquals(answer.header("Content-Length"), head.header("Content-Length"));
    assertEquals(0, head.body().length);
  }

  @Test
  void lengthIsKnownWhereMetadataAreLeftOut() throws IOException {
    RawRequest.Answer answer = full(stripping, "upright.jpg");
    assertArrayEquals(bare, answer.body());
    assertEquals(Integer.toString(bare.length), answer.header("Content-Length").orElse(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "upright.jpg/full/max/0/default.jpg",
        "turned.jpg/full/max/0/default.jpg",
        "turned.jpg/full/max/270/default.jpg",
        "upright.jpg/full/max/0/gray.jpg",
        "upright.jpg/full/300,/0/default.jpg",
        "upright.jpg/16,16,64,64/max/0/default.jpg",
        "upright.jpg/full/max/0/default.png",
        "turned.jpg/full/max/0/default.tif"
      })
  void metadataStayBehind(String path) throws IOException {
    RawRequest.Answer answer = stripping.get("iiif/3/" + path);
    assertEquals(200, answer.status(), answer::text);
    for (String mark : List.of(MarkedJpeg.PLACE, MarkedJpeg.MAKER, "Exif")) {
      assertFalse(latin(answer).contains(mark), mark);
    }
  }

  @Test
  void keptMetadataAreSentWithTheFileAsItIs() throws IOException {
    byte[] file = Files.readAllBytes(folder.resolve("upright.jpg"));
    assertArrayEquals(file, full(keeping, "upright.jpg").body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "270", "90", "!0"})
  void keptMetadataAreTrueOfATurnedPicture(String rotation) throws IOException {
    RawRequest.Answer answer =
        keeping.get("iiif/3/turned.jpg/full/max/" + rotation + "/default.jpg");
    String file = latin(answer);
    assertTrue(file.contains(MarkedJpeg.PLACE) && file.contains(MarkedJpeg.MAKER));
    assertTrue(file.contains("tiff:Orientation=\"1\""));
    int exif = file.indexOf("Exif\0\0");
    byte[] block = Arrays.copyOfRange(answer.body(), exif, exif + 80);
    assertEquals(Orientation.UPRIGHT, ExifOrientation.of(block));
  }

  @ParameterizedTest
  @ValueSource(strings = {"full/300,", "16,16,64,64/max", "0,0,720,400/max"})
  void partsAndSmallerSizesHaveNoMetadata(String part) throws IOException {
    String file = latin(keeping.get("iiif/3/upright.jpg/" + part + "/0/default.jpg"));
    assertFalse(file.contains(MarkedJpeg.PLACE) || file.contains(MarkedJpeg.MAKER));
  }

  @Test
  void aReplacedFileIsSentWithATagOfItsOwn() throws IOException {
    RawRequest.Answer before = full(stripping, "replaced.jpg");
    byte[] other = bare.clone();
    other[15] = 7; // of the JFIF segment: density
    Path next = Files.write(folder.resolve("next"), other);
    Files.move(next, folder.resolve("replaced.jpg"), StandardCopyOption.REPLACE_EXISTING);
    RawRequest.Answer after = full(stripping, "replaced.jpg");
    assertArrayEquals(other, after.body());
    assertNotEquals(before.header("ETag"), after.header("ETag"));
  }

  @Test
  void aNameThatTheLocaleDoesNotKnowIsNoHindrance() throws IOException {
    Files.write(folder.resolve("größe.jpg"), bare);
    int port = ServerProcess.freePort();
    ProcessBuilder command = StandaloneCommand.DEFAULT.with("--images=" + folder, "--port=" + port);
    command.environment().put("LC_ALL", "C");
    URI base = URI.create(ServerProcess.ORIGIN + port + "/");
    try (ServerProcess server = ServerProcess.start(command, base)) {
      assertArrayEquals(bare, full(server, "gr%C3%B6%C3%9Fe.jpg").body());
    }
  }

  @Test
  void whatBreaksOffIsNoticedAndIsOneLineInTheLog() throws IOException {
    BufferedImage image = new BufferedImage(1000, 1000, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int i = 0; i < 1_000_000; i++) {
      image.setRGB(i % 1000, i / 1000, random.nextInt(1 << 24));
    }
    Path file = folder.resolve("cut.png");
    ImageIO.write(image, "png", file.toFile());
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThrows(IOException.class, () -> stripping.get("iiif/3/cut.png/full/max/0/default.png"));
    List<String> lines =
        stripping
            .log()
            .lines()
            .filter(l -> l.contains("cut.png/full") || l.contains("SEVERE"))
            .toList();
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(lines.getFirst().contains("broke off"), lines.getFirst());
    assertTrue(lines.getFirst().contains("ends early"), lines.getFirst());
    assertFalse(stripping.log().contains("\tat "), stripping::log);
  }
}

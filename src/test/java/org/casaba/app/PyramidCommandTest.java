package org.casaba.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.casaba.codec.EncodeOptions;
import org.casaba.codec.Picture;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.ReadBack;
import org.casaba.codec.jpeg.JpegEncoder;
import org.casaba.codec.png.PngEncoder;
import org.casaba.codec.tiff.TiffEncoder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command does with folders as people have them. */
final class PyramidCommandTest {
  private static final EncodeOptions PLAIN = new EncodeOptions(90, false, null, null);
  private static final Picture PICTURE = Picture.waves(300, 200, PixelLayout.RGB);

  @TempDir private Path folder;

  private Path images;
  private Path made;
  private byte[] jpeg = {};
  private byte[] png = {};

  private record Outcome(int status, String text) {
    private void says(String words) {
      assertTrue(text.contains(words), text);
    }
  }

  @BeforeEach
  void draw() throws IOException {
    images = Files.createDirectories(folder.resolve("images"));
    made = folder.resolve("made");
    jpeg = ReadBack.encode(new JpegEncoder(), PICTURE, PLAIN);
    png = ReadBack.encode(new PngEncoder(), PICTURE, PLAIN);
  }

  private Path put(String name, byte[] file) throws IOException {
    return Files.write(images.resolve(name), file);
  }

  private Outcome run(Object... options) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    String[] arguments = Stream.of(options).map(Object::toString).toArray(String[]::new);
    int status = PyramidCommand.run(folder, out, out, arguments);
    return new Outcome(status, bytes.toString(StandardCharsets.UTF_8));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> listed = Files.list(folder)) {
      return listed.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatOughtToBeAPictureIsNamedWithTheReasonAndOtherFilesAreCounted() throws IOException {
    put("empty.jpg", new byte[0]);
    put("page.TIFF", "<html>".getBytes(StandardCharsets.UTF_8));
    put("later.jp2", new byte[100]);
    put("cut", Arrays.copyOf(png, 20));
    Files.createSymbolicLink(images.resolve("link.jpg"), images.resolve("nowhere.jpg"));
    Files.createSymbolicLink(images.resolve("loop"), images);
    put("notes.txt", new byte[100]);
    put("mets.xml", new byte[0]);
    for (Outcome outcome : List.of(run("--check", images), run(images, "--to", made))) {
      assertEquals(1, outcome.status());
      outcome.says("2 other files that are no pictures");
      outcome.says("it is empty");
      for (String name :
          List.of("empty.jpg: ", "page.TIFF: ", "later.jp2: ", "cut: ", "link.jpg: ", "loop: ")) {
        outcome.says(images.resolve(name).toString());
      }
      assertFalse(outcome.text().contains("notes"), outcome.text());
    }
  }

  @Test
  void aFileIsNoFolderToWriteTo() throws IOException {
    Path file = put("a.jpg", jpeg);
    for (Path to : List.of(file, file.resolve("below"))) {
      Outcome outcome = run(images, "--to", to);
      assertEquals(2, outcome.status());
      outcome.says(file + " is a file");
    }
    assertArrayEquals(jpeg, Files.readAllBytes(file));
  }

  @Test
  void namesDependOnTheSourceAlone() throws IOException {
    put("b.jpeg", jpeg);
    put("c.d.PNG", png);
    put("Ms. 12", png);
    assertEquals(0, run(images, "--to", made).status());
    assertEquals(List.of("Ms. 12.tif", "b.tif", "c.d.tif"), names(made));
  }

  @Test
  void whoHadTheNameFirstKeepsItInLaterRuns() throws IOException {
    put("b.png", png);
    assertEquals(0, run(images, "--to", made).status());
    byte[] before = Files.readAllBytes(made.resolve("b.tif"));
    Path newcomer = put("b.jpg", jpeg);
    Files.setLastModifiedTime(newcomer, FileTime.from(java.time.Instant.now().plusSeconds(60)));
    for (Outcome outcome : List.of(run(images, "--to", made), run(newcomer, "--to", made))) {
      assertEquals(1, outcome.status());
      outcome.says("belongs to " + images.resolve("b.png"));
    }
    assertEquals(List.of("b.tif"), names(made));
    assertArrayEquals(before, Files.readAllBytes(made.resolve("b.tif")));
  }

  @Test
  void ofTwoNewOnesTheFirstGetsTheNameAndTheOtherIsRefused() throws IOException {
    put("b.png", png);
    put("b.jpg", jpeg);
    Outcome first = run(images, "--to", made);
    assertEquals(1, first.status());
    first.says("1 made, 0 there already, 1 failed");
    run(images, "--to", made).says("0 made, 1 there already, 1 failed");
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.write(elsewhere.resolve("b.jpg"), jpeg);
    Outcome both = run(images.resolve("b.jpg"), elsewhere, "--to", folder.resolve("other"));
    both.says("1 made, 0 there already, 1 failed");
  }

  @Test
  void whatCannotBeReadDoesNotKeepANameFromOthers() throws IOException {
    put("b.jpg", Arrays.copyOf(jpeg, jpeg.length / 2));
    put("b.png", png);
    Outcome outcome = run(images, "--to", made);
    outcome.says("1 made, 0 there already, 1 failed");
    assertEquals(List.of("b.tif"), names(made));
  }

  @Test
  void whatIsFitAndElsewhereIsCountedForItself() throws IOException {
    put("a.jpg", jpeg);
    run(images, "--to", made);
    Outcome outcome = run(made, "--to", folder.resolve("third"));
    assertEquals(0, outcome.status(), outcome.text());
    outcome.says("is a pyramid already: copy it to " + folder.resolve("third"));
    outcome.says("0 made, 0 there already, 1 to be copied, 0 failed");
  }

  @Test
  void aSourceThatReplacesAnotherGetsItsName() throws IOException {
    Path old = put("b.jpg", jpeg);
    run(images, "--to", made);
    Files.delete(old);
    Path next = put("b.png", png);
    Files.setLastModifiedTime(next, FileTime.fromMillis(0));
    run(images, "--to", made).says("1 made, 0 there already, 0 failed");
    run(images, "--to", made).says("0 made, 1 there already, 0 failed");
  }

  @Test
  void noPyramidsAreMadeOfPyramids() throws IOException {
    put("a.jpg", jpeg);
    run(images, "--to", images).says("1 made, 0 there already, 0 failed");
    Outcome again = run(images, "--to", images);
    assertEquals(0, again.status(), again.text());
    again.says("a.jpg: is there already");
    again.says("a.tif: is a pyramid already");
    assertEquals(List.of("a.jpg", "a.tif"), names(images));
    run(images.resolve("a.tif"), "--to", made).says("a.tif: is a pyramid already: copy it to ");
    assertTrue(Files.notExists(made));
  }

  @Test
  void noSourceIsReplaced() throws IOException {
    byte[] master = ReadBack.encode(new TiffEncoder(), PICTURE, PLAIN);
    Path tiff = put("a.tif", master);
    Path copy = put("a.jpg", jpeg);
    Files.setLastModifiedTime(copy, FileTime.from(java.time.Instant.now().plusSeconds(60)));
    assertEquals(1, run(images, "--to", images, "--overwrite").status());
    run(copy, "--to", images).says("was not made of it");
    assertArrayEquals(master, Files.readAllBytes(tiff));
  }

  @Test
  void aMasterThatTellsOfAnotherFileIsNoPyramidOfThat() throws IOException {
    byte[] master = untiled("a.psd");
    Path tiff = put("a.tif", master);
    put("a.jpg", jpeg);
    assertEquals(1, run(images, "--to", images).status());
    assertArrayEquals(master, Files.readAllBytes(tiff));
  }

  /** A pixel in a strip. */
  private static byte[] untiled(String documentName) {
    byte[] name = Arrays.copyOf(documentName.getBytes(StandardCharsets.US_ASCII), 6);
    int[][] fields = {
      {256, 3, 1, 1}, {257, 3, 1, 1}, {258, 3, 1, 8}, {259, 3, 1, 1}, {262, 3, 1, 1},
      {269, 2, 6, 200}, {273, 4, 1, 210}, {277, 3, 1, 1}, {278, 3, 1, 1}, {279, 4, 1, 1}
    };
    ByteBuffer file = ByteBuffer.allocate(211).order(ByteOrder.LITTLE_ENDIAN);
    file.putShort((short) 0x4949).putShort((short) 42).putInt(8).putShort((short) fields.length);
    for (int[] field : fields) {
      file.putShort((short) field[0]).putShort((short) field[1]).putInt(field[2]).putInt(field[3]);
    }
    return file.putInt(0).position(200).put(name).array();
  }

  @Test
  void aFileIsDoneOnceHoweverOftenItIsNamed() throws IOException {
    Path file = put("z.jpg", jpeg);
    Files.createSymbolicLink(images.resolve("alink.jpg"), file);
    Outcome outcome = run(images, file, "--to", made);
    assertEquals(0, outcome.status(), outcome.text());
    outcome.says("alink.jpg: is the same file as " + file);
    outcome.says("1 made, 0 there already, 0 failed");
    assertEquals(List.of("z.tif"), names(made));
  }

  @Test
  void whereNothingIsFoundItIsSaidWhatIsLookedFor() throws IOException {
    for (Outcome outcome : List.of(run(images, "--to", made), run("--check", images))) {
      assertEquals(0, outcome.status());
      outcome.says("No picture was found");
      outcome.says(".jpg");
    }
  }

  @Test
  void checkGoesAlone() throws IOException {
    run("--help").says("goes with no other option");
    Outcome outcome = run("--check", images, "--to", made);
    assertEquals(2, outcome.status());
    outcome.says("goes with no other option");
  }
}

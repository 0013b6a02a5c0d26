package org.casaba.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.casaba.content.Content;
import org.casaba.content.ContentVersion;
import org.casaba.iiif.Identifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every source keeps, whatever it reads from. A source's test class implements this and gives
 * it a place to keep things.
 */
interface SourceContract {

  /** The source under test; the same place throughout one test. */
  Source source();

  /** Puts bytes where the source finds them under that name, replacing what was there. */
  void put(String name, byte[] bytes) throws Exception;

  /** Something that occurs in where the source keeps its images, and that no client may read. */
  String secretOfPlace();

  @Test
  default void givesTheBytesThatAreThere() throws Exception {
    byte[] bytes = noise(70_001);
    put("a.tif", bytes);
    try (Content content = source().open(new Identifier("a.tif"))) {
      assertEquals(bytes.length, content.size());
      assertArrayEquals(bytes, content.read(0, bytes.length));
    }
  }

  @Test
  default void readsAtAnyPosition() throws Exception {
    byte[] bytes = noise(10_007);
    put("a.tif", bytes);
    Random random = new Random(7);
    try (Content content = source().open(new Identifier("a.tif"))) {
      for (int i = 0; i < 50; i++) {
        int from = random.nextInt(bytes.length);
        int length = random.nextInt(bytes.length - from + 1);
        assertArrayEquals(
            Arrays.copyOfRange(bytes, from, from + length), content.read(from, length));
      }
    }
  }

  @Test
  default void readsIntoThePartOfTheBufferThatIsFree() throws Exception {
    put("a.tif", new byte[] {1, 2, 3, 4, 5});
    try (Content content = source().open(new Identifier("a.tif"))) {
      ByteBuffer buffer = ByteBuffer.allocate(8).position(2).limit(4);
      while (buffer.hasRemaining()) {
        content.read(1 + buffer.position() - 2, buffer);
      }
      assertArrayEquals(new byte[] {0, 0, 2, 3, 0, 0, 0, 0}, buffer.array());
    }
  }

  @Test
  default void endsWhereTheBytesEnd() throws Exception {
    put("a.tif", new byte[] {1, 2, 3});
    try (Content content = source().open(new Identifier("a.tif"))) {
      assertEquals(-1, content.read(3, ByteBuffer.allocate(1)));
      assertEquals(-1, content.read(Long.MAX_VALUE / 2, ByteBuffer.allocate(1)));
      assertEquals(0, content.read(3, 0).length);
      assertThrows(EOFException.class, () -> content.read(2, 2));
      assertThrows(EOFException.class, () -> content.read(-1, 1));
      assertThrows(EOFException.class, () -> content.read(0, -1));
      assertThrows(EOFException.class, () -> content.read(Long.MAX_VALUE, Integer.MAX_VALUE));
    }
  }

  @Test
  default void emptyContentIsContent() throws Exception {
    put("a.tif", new byte[0]);
    try (Content content = source().open(new Identifier("a.tif"))) {
      assertEquals(0, content.size());
      assertEquals(-1, content.read(0, ByteBuffer.allocate(1)));
    }
  }

  @Test
  default void severalThreadsReadOneContent() throws Exception {
    byte[] bytes = noise(50_000);
    put("a.tif", bytes);
    try (Content content = source().open(new Identifier("a.tif"))) {
      List<byte[]> parts =
          IntStream.range(0, 500)
              .parallel()
              .mapToObj(i -> {
                try {
                  return content.read(i * 100L, 100);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
              .toList();
      for (int i = 0; i < parts.size(); i++) {
        assertArrayEquals(Arrays.copyOfRange(bytes, i * 100, i * 100 + 100), parts.get(i));
      }
    }
  }

  @Test
  default void versionStaysWhileTheBytesStay() throws Exception {
    put("a.tif", noise(100));
    assertEquals(version("a.tif"), version("a.tif"));
  }

  @Test
  default void versionChangesWithTheBytes() throws Exception {
    put("a.tif", noise(100));
    ContentVersion before = version("a.tif");
    put("a.tif", noise(101));
    assertNotEquals(before, version("a.tif"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b.tif",
        "a+b.tif",
        "a;b=c.tif",
        "a%25b.tif",
        "a%2Fb.tif",
        "a?b#c.tif",
        "[a]|{b}^.tif",
        "a\"'<b>&c.tif",
        "a:b@c,d!e$f(g)*.tif",
        "ark:/12345/x9",
        "with/several/folders/a.tif",
        "file:a.tif",
        "a/b..c/d...e.tif",
        "größe/日本語.tif",
        "\uD83C\uDFDD.tif",
        "name without suffix"
      })
  default void namesAreTakenLiterally(String name) throws Exception {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    put(name, bytes);
    try (Content content = source().open(new Identifier(name))) {
      assertArrayEquals(bytes, content.read(0, bytes.length));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing.tif",
        "a.tif/b",
        "/a.tif",
        "//a.tif",
        "./a.tif",
        "b/../a.tif",
        "a.tif/",
        "a.tif/.",
        "a.tif.",
        "a.tif ",
        "a.tif\0",
        "a.tif\0.jpg",
        "a.tif\n",
        "\u0085a.tif",
        "a.tif\uD800",
        "A.TIF",
        ".",
        "..",
        "/",
        " ",
        "\\",
        "..\\a.tif",
        "b\\a.tif",
        "../../../../../../../../../../etc/passwd",
        "/etc/passwd",
        "....//....//etc/passwd",
        "..;/etc/passwd",
        "%2e%2e/a.tif",
        "..%2fa.tif",
        "%252e%252e%252fa.tif",
        "\u2025/a.tif",
        "\uFF0E\uFF0E/a.tif",
        "C:\\a.tif",
        "C:/a.tif",
        "C:a.tif",
        "\\\\host\\share\\a.tif",
        "//host/share/a.tif",
        "file:a.tif",
        "file:///etc/passwd",
        "jar:file:/a.jar!/a.tif",
        "http://127.0.0.1/a.tif",
        "~/a.tif",
        "$HOME/a.tif",
        "*.tif",
        "a.ti?",
        "a.tif;jsessionid=1",
        "WEB-INF/web.xml"
      })
  default void leadsNowhereElse(String name) throws Exception {
    put("a.tif", noise(10));
    put("b/x.tif", noise(10));
    SourceException e =
        assertThrows(
            SourceException.Missing.class, () -> source().open(new Identifier(name)).close());
    assertFalse(e.getMessage().contains(secretOfPlace()), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {250, 256, 257, 1000, 4095, 4096, 10_240, 1_000_000})
  default void longNamesAreMissing(int length) {
    for (String part : List.of("a", "é", "a/", "aaaa/")) {
      Identifier identifier = new Identifier(part.repeat(length / part.length()) + "b");
      assertThrows(SourceException.Missing.class, () -> source().open(identifier).close(), part);
    }
  }

  private ContentVersion version(String name) throws Exception {
    try (Content content = source().open(new Identifier(name))) {
      return content.version();
    }
  }

  static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}

package org.casaba.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.casaba.content.Content;
import org.casaba.iiif.Identifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Utf8PathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a/b",
        "../a",
        "../../a/b",
        "./a",
        "/",
        "/a/b c",
        "%41",
        "a?b#c",
        "a;b:c@[d]^|",
        "größe/\uD83C\uDFDD"
      })
  void isThePathOfAUtf8Locale(String name) {
    assertEquals(Path.of(name), Utf8Path.of(name));
  }

  @Test
  void nulIsInNoName() {
    assertThrows(InvalidPathException.class, () -> Utf8Path.of("a\0b"));
  }

  @Test
  void filesWithUmlautsAreFoundWithoutALocale(@TempDir Path folder) throws Exception {
    Files.write(folder.resolve(Utf8Path.of("größe.tif")), new byte[42]);
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            WithoutLocale.class.getName(),
            folder.toString());
    java.environment().put("LC_ALL", "POSIX");
    java.redirectErrorStream(true);
    Process process = java.start();
    String answer =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals("42", answer);
  }

  /** Prints the size of the file größe.tif in the folder that is its argument. */
  static final class WithoutLocale {
    public static void main(String[] args) throws IOException, SourceException {
      FilesystemSettings settings = new FilesystemSettings(Path.of(args[0]), List.of(), false);
      try (Content content =
          new FilesystemSource(settings).open(new Identifier("gr\u00F6\u00DFe.tif"))) {
        System.out.println(content.size());
      }
    }
  }
}

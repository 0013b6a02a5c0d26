package org.casaba.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import java.util.List;
import org.casaba.content.Content;
import org.casaba.iiif.Identifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FilesystemSourceTest implements SourceContract {
  private static final byte[] BYTES = {4, 2};

  @TempDir Path temp;
  private Path root;
  private Path outside;

  @BeforeEach
  void makeFolders() throws IOException {
    root = Files.createDirectory(temp.resolve("the-root"));
    outside = Files.createDirectory(temp.resolve("the-root-of-others"));
    Files.write(outside.resolve("secret.tif"), BYTES);
  }

  @Override
  public Source source() {
    return source(false);
  }

  private Source source(boolean followLinks, String... suffixes) {
    return new FilesystemSource(new FilesystemSettings(root, List.of(suffixes), followLinks));
  }

  @Override
  public void put(String name, byte[] bytes) throws IOException {
    Path file = root.resolve(Utf8Path.of(name));
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  @Override
  public String secretOfPlace() {
    return "the-root";
  }

  private static byte[] read(Source source, String name) throws Exception {
    try (Content content = source.open(new Identifier(name))) {
      return content.read(0, Math.toIntExact(content.size()));
    }
  }

  private static void assertMissing(Source source, String name) {
    assertThrows(SourceException.Missing.class, () -> read(source, name), name);
  }

  @Test
  void suffixesAreTriedInOrderAfterTheIdentifierItself() throws Exception {
    put("ezu/1286201.tif", new byte[] {1});
    put("ezu/1286201.jpg", new byte[] {2});
    assertArrayEquals(new byte[] {1}, read(source(false, ".tif", ".jpg"), "ezu/1286201"));
    assertArrayEquals(new byte[] {2}, read(source(false, ".jpg", ".tif"), "ezu/1286201"));
    assertMissing(source(false, ".png"), "ezu/1286201");
    put("ezu/1286201", new byte[] {3});
    assertArrayEquals(new byte[] {3}, read(source(false, ".tif", ".jpg"), "ezu/1286201"));
  }

  @Test
  void folderDoesNotHideTheFileWithSuffix() throws Exception {
    put("book/page.tif", new byte[] {1});
    put("book.tif", new byte[] {2});
    assertArrayEquals(new byte[] {2}, read(source(false, ".tif"), "book"));
  }

  @Test
  void suffixDoesNotReachHiddenFilesOrFolders() throws Exception {
    put(".tif", BYTES);
    put("book/.tif", BYTES);
    assertMissing(source(false, ".tif"), "book/");
    assertMissing(source(false, ".tif"), "book");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a", "a/b", ".", "x.", "x ", "\\", "\0"})
  void suffixesThatLeadElsewhereAreRefused(String suffix) {
    assertThrows(
        IllegalArgumentException.class, () -> new FilesystemSettings(root, List.of(suffix), false));
  }

  @ParameterizedTest
  @ValueSource(strings = {".hidden.tif", ".git/a.tif", "a/.b/c.tif"})
  void hiddenFilesAreNotServed(String name) throws Exception {
    put(name, BYTES);
    assertMissing(source(), name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.", "a ", "b./a", "b /a"})
  void namesEndingInADotOrASpaceAreNotServed(String name) throws Exception {
    put(name, BYTES);
    assertMissing(source(), name);
  }

  @Test
  void foldersAreMissing() throws Exception {
    put("book/page.tif", BYTES);
    assertMissing(source(), "book");
  }

  @Test
  void composedAndDecomposedNamesFindEachOther() throws Exception {
    String composed = Normalizer.normalize("Käse/Größe.tif", Normalizer.Form.NFC);
    String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
    put(decomposed, new byte[] {1});
    assertArrayEquals(new byte[] {1}, read(source(), composed));
    put(composed, new byte[] {2});
    assertArrayEquals(new byte[] {1}, read(source(), decomposed));
    assertArrayEquals(new byte[] {2}, read(source(), composed));
    Files.delete(root.resolve(Utf8Path.of(decomposed)));
    assertArrayEquals(new byte[] {2}, read(source(), decomposed));
  }

  @Test
  void linksInsideTheRootAreFollowed() throws Exception {
    put("store/a.tif", BYTES);
    Files.createSymbolicLink(root.resolve("file.tif"), Path.of("store/a.tif"));
    Files.createSymbolicLink(root.resolve("folder"), root.resolve("store"));
    Files.createSymbolicLink(root.resolve("twice.tif"), Path.of("folder/../file.tif"));
    assertArrayEquals(BYTES, read(source(), "file.tif"));
    assertArrayEquals(BYTES, read(source(), "folder/a.tif"));
    assertArrayEquals(BYTES, read(source(), "twice.tif"));
  }

  @Test
  void linksOutOfTheRootAreFollowedOnlyWhenAllowed() throws Exception {
    Files.createSymbolicLink(root.resolve("file.tif"), outside.resolve("secret.tif"));
    Files.createSymbolicLink(root.resolve("folder"), Path.of("../the-root-of-others"));
    Files.createSymbolicLink(root.resolve("chain.tif"), Path.of("folder/secret.tif"));
    for (String name : List.of("file.tif", "folder/secret.tif", "chain.tif")) {
      assertMissing(source(), name);
      assertArrayEquals(BYTES, read(source(true), name));
    }
  }

  @Test
  void brokenLinksAreMissing() throws Exception {
    Files.createSymbolicLink(root.resolve("nowhere"), Path.of("nothing"));
    Files.createSymbolicLink(root.resolve("self"), Path.of("self"));
    Files.createSymbolicLink(root.resolve("there"), Path.of("back"));
    Files.createSymbolicLink(root.resolve("back"), Path.of("there"));
    for (String name : List.of("nowhere", "self", "self/a.tif", "there", "nowhere/a.tif")) {
      assertMissing(source(), name);
      assertMissing(source(true), name);
    }
  }

  @Test
  void theRootItselfMayBeALink() throws Exception {
    put("a.tif", BYTES);
    Path link = Files.createSymbolicLink(temp.resolve("link"), root);
    Source source = new FilesystemSource(new FilesystemSettings(link, List.of(), false));
    assertArrayEquals(BYTES, read(source, "a.tif"));
  }

  @Test
  void pipesAndDevicesAreMissingAndNotOpened() throws Exception {
    Path pipe = root.resolve("pipe.tif");
    assumeTrue(
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "needs mkfifo");
    Files.createSymbolicLink(root.resolve("zero.tif"), Path.of("/dev/zero"));
    assertMissing(source(), "pipe.tif");
    assertMissing(source(true), "pipe.tif");
    assertMissing(source(true), "zero.tif");
  }

  @Test
  void unreadableFilesAreForbidden() throws Exception {
    put("a.tif", BYTES);
    put("closed/b.tif", BYTES);
    Path file = root.resolve("a.tif");
    Path folder = root.resolve("closed");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(file), "the administrator may read everything");
      for (String name : List.of("a.tif", "closed/b.tif")) {
        SourceException e =
            assertThrows(SourceException.Forbidden.class, () -> read(source(), name));
        assertFalse(e.getMessage().contains(secretOfPlace()), e.getMessage());
      }
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void unreadableRootIsUnavailable() throws Exception {
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isExecutable(root), "the administrator may read everything");
      assertThrows(SourceException.Unavailable.class, () -> read(source(), "a.tif"));
    } finally {
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void rootThatIsNotThereIsUnavailableUntilItComes() throws Exception {
    Source source = source();
    Files.delete(root);
    SourceException e =
        assertThrows(SourceException.Unavailable.class, () -> read(source, "a.tif"));
    assertFalse(e.getMessage().contains(secretOfPlace()), e.getMessage());
    Files.write(root, BYTES);
    assertThrows(SourceException.Unavailable.class, () -> read(source, "a.tif"));
    Files.delete(root);
    Files.createDirectory(root);
    assertMissing(source, "a.tif");
    put("a.tif", BYTES);
    assertArrayEquals(BYTES, read(source, "a.tif"));
  }

  @Test
  void nothingLeavesTheRootByAnIdentifier() {
    assertEquals("the-root-of-others", outside.getFileName().toString());
    for (String name :
        List.of(
            "../the-root-of-others/secret.tif", "-of-others/secret.tif", "x/../../secret.tif")) {
      assertMissing(source(true), name);
    }
    assertMissing(source(), outside.resolve("secret.tif").toString());
  }
}

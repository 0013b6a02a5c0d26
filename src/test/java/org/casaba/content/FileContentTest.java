package org.casaba.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileContentTest {
  private static final Instant TIME = Instant.parse("2024-02-29T12:00:00.123Z");

  @TempDir Path folder;

  private Path file(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    return Files.setLastModifiedTime(file, FileTime.from(TIME));
  }

  @Test
  void versionIsSizeAndModificationTime() throws IOException {
    try (Content content = FileContent.open(file("a", new byte[3]))) {
      assertEquals(new ContentVersion(3, TIME, ""), content.version());
    }
  }

  @Test
  void staysWithTheFileThatWasOpened() throws IOException {
    Path a = file("a", new byte[] {1, 1, 1});
    try (Content content = FileContent.open(a)) {
      Files.move(file("b", new byte[] {2}), a, StandardCopyOption.REPLACE_EXISTING);
      assertArrayEquals(new byte[] {1, 1, 1}, content.read(0, 3));
      try (Content next = FileContent.open(a)) {
        assertNotEquals(content.version(), next.version());
      }
    }
  }

  @Test
  void fileThatShrinksEndsEarly() throws IOException {
    Path a = file("a", new byte[100]);
    try (Content content = FileContent.open(a)) {
      Files.write(a, new byte[10]);
      assertEquals(100, content.size());
      assertThrows(EOFException.class, () -> content.read(0, 100));
    }
  }

  @Test
  void namesTheFileAsLongAsItIsTheOneThatWasOpened() throws IOException {
    Path a = file("a", new byte[] {1, 1, 1});
    try (Content content = FileContent.open(a)) {
      assertEquals(Optional.of(a.toAbsolutePath()), content.file());
      Files.move(file("b", new byte[] {2, 2, 2}), a, StandardCopyOption.REPLACE_EXISTING);
      assertEquals(Optional.empty(), content.file());
    }
    try (Content content = FileContent.open(a)) {
      Files.write(a, new byte[2]);
      assertEquals(Optional.empty(), content.file());
      Files.delete(a);
      assertEquals(Optional.empty(), content.file());
    }
  }

  @Test
  void longReadsComeInParts() throws IOException {
    byte[] bytes = new byte[3_000_001];
    new Random(1).nextBytes(bytes);
    try (Content content = FileContent.open(file("a", bytes))) {
      ByteBuffer buffer = ByteBuffer.allocate(bytes.length + 5);
      assertEquals(1 << 20, content.read(0, buffer));
      assertEquals(buffer.capacity(), buffer.limit());
      assertArrayEquals(bytes, content.read(0, bytes.length));
      ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length);
      assertEquals(bytes.length, content.read(0, direct));
    }
  }

  @Test
  void onlyRegularFilesAreOpened() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), file("a", new byte[1]));
    FileContent.open(link).close();
    assertThrows(
        NoSuchFileException.class, () -> FileContent.open(link, LinkOption.NOFOLLOW_LINKS));
    assertThrows(NoSuchFileException.class, () -> FileContent.open(folder));
    assertThrows(NoSuchFileException.class, () -> FileContent.open(folder.resolve("b")));
  }

  @Test
  void closedContentIsNotRead() throws IOException {
    Content content = FileContent.open(file("a", new byte[1]));
    content.close();
    content.close();
    assertThrows(ClosedChannelException.class, () -> content.read(0, 1));
  }
}

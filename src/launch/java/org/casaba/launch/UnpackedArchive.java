package org.casaba.launch;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The archive's content as files, which is what Tomcat serves quickly. The directory is named after
 * the content, kept in the user's cache folder and shared by all processes that run the same
 * archive: each file is put in place in one move, and what is missing is put back at the next
 * start.
 */
final class UnpackedArchive implements Closeable {
  private static final String EMBEDDED = "WEB-INF/embedded/";

  private final CacheFolder.Reserved reserved;

  private UnpackedArchive(CacheFolder.Reserved reserved) {
    this.reserved = reserved;
  }

  static UnpackedArchive of(Path archive) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      List<ZipEntry> entries = servedEntries(zip);
      UnpackedArchive unpacked = new UnpackedArchive(CacheFolder.reserve(fingerprint(entries)));
      try {
        for (ZipEntry entry : entries) {
          unpack(zip, entry, unpacked.root());
        }
        return unpacked;
      } catch (IOException | RuntimeException e) {
        unpacked.close();
        throw e;
      }
    }
  }

  Path root() {
    return reserved.directory();
  }

  /** From here on another archive's start may remove the files. */
  @Override
  public void close() throws IOException {
    reserved.close();
  }

  /** The server's own classes and Tomcat's jars. */
  URL[] serverClassPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    File folder = root().resolve(EMBEDDED).toFile();
    urls.add(new File(folder, "server").toURI().toURL());
    File[] jars = folder.listFiles((parent, name) -> name.endsWith(".jar"));
    if (jars != null) {
      for (File jar : jars) {
        urls.add(jar.toURI().toURL());
      }
    }
    return urls.toArray(new URL[0]);
  }

  /** All files but this launcher itself, which no client needs to see. */
  private static List<ZipEntry> servedEntries(ZipFile zip) {
    List<ZipEntry> entries = new ArrayList<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      if (!entry.isDirectory() && !entry.getName().startsWith("org/")) {
        entries.add(entry);
      }
    }
    return entries;
  }

  private static void unpack(ZipFile zip, ZipEntry entry, Path root) throws IOException {
    Path file = root.resolve(entry.getName()).normalize();
    if (!file.startsWith(root)) {
      throw new IOException("entry " + entry.getName() + " leads out of the archive");
    }
    if (Files.isRegularFile(file) && Files.size(file) == entry.getSize()) {
      return;
    }
    File folder = file.toFile().getParentFile();
    if (!folder.isDirectory() && !folder.mkdirs()) {
      throw new IOException("cannot make folder " + folder);
    }
    Path incoming = Files.createTempFile(root, "unpack", null);
    try (InputStream in = zip.getInputStream(entry)) {
      Files.copy(in, incoming, StandardCopyOption.REPLACE_EXISTING);
      Files.move(incoming, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(incoming);
    }
  }

  /** Changes with any file's name, length or checksum. */
  private static String fingerprint(List<ZipEntry> entries) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (ZipEntry entry : entries) {
        String line = entry.getName() + ' ' + entry.getSize() + ' ' + entry.getCrc() + '\n';
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return new BigInteger(1, digest.digest()).toString(36).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

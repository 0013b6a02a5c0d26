package org.casaba.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files that a command names, folders having been walked; none of them twice. */
final class PictureFiles {
  /** Endings of files that are meant to be pictures, whether such ones are read here or not. */
  private static final Set<String> ENDINGS =
      Set.of(
          "tif", "tiff", "jpg", "jpeg", "jpe", "jfif", "png", "gif", "bmp", "webp", "jp2", "j2k",
          "jpf", "jpx", "jxl", "avif", "heic", "heif", "psd", "dng");

  private static final Set<String> UNREAD =
      Set.of("jp2", "j2k", "jpf", "jpx", "jxl", "avif", "heic", "heif", "psd", "dng");

  private final @Nullable Path without;

  /** By their real paths. */
  private final Map<Path, Picture> pictures = new LinkedHashMap<>();

  private final List<String> remarks = new ArrayList<>();
  private final List<String> closed = new ArrayList<>();

  private PictureFiles(@Nullable Path without) {
    this.without = without;
  }

  /**
   * A file.
   *
   * @param place where it lies below the folder that was named; its name if it was named itself
   * @param named whether it was named itself, and so is meant to be a picture
   */
  record Picture(Path file, Path place, boolean named) {

    /** Whether it ought to be a picture, whatever is in it. */
    boolean isMeant() {
      return named || ENDINGS.contains(ending(String.valueOf(place.getFileName())));
    }
  }

  /**
   * What has been found.
   *
   * @param pictures by their real paths, in order
   * @param remarks a line for each link to a folder, and each file that came up once more
   * @param closed a line for each folder that cannot be read
   */
  record Found(Map<Path, Picture> pictures, List<String> remarks, List<String> closed) {}

  /**
   * Finds them, each folder's in order of their names. What is hidden is left out. Of a file and
   * symbolic links to it the file is taken.
   *
   * @param without a folder that is not walked unless it is named; null for none
   */
  static Found of(List<Path> names, @Nullable Path without) throws IOException {
    PictureFiles files = new PictureFiles(without);
    for (Path name : names) {
      if (Files.isDirectory(name)) {
        files.walk(name, name);
      } else {
        files.add(new Picture(name, Objects.requireNonNull(name.getFileName()), true));
      }
    }
    return new Found(files.pictures, files.remarks, files.closed);
  }

  /** What is after the last dot of a name, in small letters. */
  static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** Whether a name ends as those of pictures do, after something else. */
  static boolean hasPictureEnding(String name) {
    return name.lastIndexOf('.') > 0 && ENDINGS.contains(ending(name));
  }

  /** What is looked for, for those who have found nothing. */
  static String lookedFor() {
    Set<String> read = new TreeSet<>(ENDINGS);
    read.removeAll(UNREAD);
    return "No picture was found. Looked for were files ending in ."
        + String.join(", .", read)
        + ", and others that begin as such pictures do.";
  }

  private void walk(Path root, Path folder) throws IOException {
    List<Path> entries;
    try (Stream<Path> listed = Files.list(folder)) {
      entries = listed.sorted().toList();
    } catch (IOException e) {
      closed.add(folder + ": the folder cannot be read: " + FileFailure.of(e));
      return;
    }
    for (Path entry : entries) {
      if (Files.isHidden(entry)) {
        continue;
      }
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        if (without == null || !isSame(entry, without)) {
          walk(root, entry);
        }
      } else if (Files.isDirectory(entry)) {
        remarks.add(entry + ": is a link to a folder, which is not followed");
      } else {
        Picture picture = new Picture(entry, root.relativize(entry), false);
        // Of what is no file, links to nowhere for instance, it is told when it is opened.
        if (picture.isMeant() || Files.isRegularFile(entry)) {
          add(picture);
        }
      }
    }
  }

  private static boolean isSame(Path a, Path b) throws IOException {
    return Files.exists(b) && Files.isSameFile(a, b);
  }

  private void add(Picture picture) {
    Path real = real(picture.file());
    Picture before = pictures.putIfAbsent(real, picture);
    if (before == null) {
      return;
    }
    boolean better = Files.isSymbolicLink(before.file()) && !Files.isSymbolicLink(picture.file());
    Picture kept = better ? picture : before;
    Picture left = better ? before : picture;
    pictures.put(real, new Picture(kept.file(), kept.place(), before.named() || picture.named()));
    if (kept.isMeant()) {
      remarks.add(
          left.file().equals(kept.file())
              ? left.file() + ": comes up twice, is done once"
              : left.file() + ": is the same file as " + kept.file() + ", and done once");
    }
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      // What is missing, or cannot be reached, is told of when it is opened.
      return file.toAbsolutePath().normalize();
    }
  }
}

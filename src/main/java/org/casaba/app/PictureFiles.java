package org.casaba.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files that a command names, folders having been walked. */
final class PictureFiles {
  private PictureFiles() {}

  /**
   * A file.
   *
   * @param place where it lies below the folder that was named; its name if it was named itself
   * @param named whether it was named itself, and so is meant to be a picture
   */
  record Picture(Path file, Path place, boolean named) {}

  /**
   * Finds them, each folder's in order of their names. What is hidden is left out.
   *
   * @param without a folder that is not walked; null for none
   */
  static List<Picture> of(List<Path> names, @Nullable Path without) throws IOException {
    List<Picture> pictures = new ArrayList<>();
    for (Path name : names) {
      if (Files.isDirectory(name)) {
        walk(name, name, without, pictures);
      } else {
        pictures.add(new Picture(name, Objects.requireNonNull(name.getFileName()), true));
      }
    }
    return pictures;
  }

  private static void walk(Path root, Path folder, @Nullable Path without, List<Picture> pictures)
      throws IOException {
    List<Path> entries;
    try (Stream<Path> listed = Files.list(folder)) {
      entries = listed.sorted().toList();
    }
    for (Path entry : entries) {
      if (Files.isHidden(entry)) {
        continue;
      }
      if (Files.isDirectory(entry, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
        if (without == null || !isSame(entry, without)) {
          walk(root, entry, without, pictures);
        }
      } else if (Files.isRegularFile(entry)) {
        pictures.add(new Picture(entry, root.relativize(entry), false));
      }
    }
  }

  private static boolean isSame(Path a, Path b) throws IOException {
    return Files.exists(b) && Files.isSameFile(a, b);
  }

  /**
   * Where the pyramid of each goes: {@code a.jpg} to {@code a.tif}, but to {@code a.jpg.tif} where
   * others would go to {@code a.tif} too.
   *
   * @throws IllegalArgumentException if even so two would become one
   */
  static Map<Picture, Path> targets(List<Picture> pictures, Path to) {
    Map<Path, Integer> counts = new HashMap<>();
    for (Picture picture : pictures) {
      counts.merge(shortTarget(picture, to), 1, Integer::sum);
    }
    Map<Picture, Path> targets = new HashMap<>();
    Map<Path, Picture> taken = new HashMap<>();
    for (Picture picture : pictures) {
      Path shorter = shortTarget(picture, to);
      Path target =
          counts.getOrDefault(shorter, 0) == 1
              ? shorter
              : to.resolve(picture.place().resolveSibling(picture.place().getFileName() + ".tif"));
      Picture other = taken.put(target, picture);
      if (other != null) {
        throw new IllegalArgumentException(
            other.file() + " and " + picture.file() + " would both become " + target);
      }
      targets.put(picture, target);
    }
    return targets;
  }

  private static Path shortTarget(Picture picture, Path to) {
    String name = String.valueOf(picture.place().getFileName());
    int dot = name.lastIndexOf('.');
    String base = dot > 0 ? name.substring(0, dot) : name;
    return to.resolve(picture.place().resolveSibling(base + ".tif"));
  }
}

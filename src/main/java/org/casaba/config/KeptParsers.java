package org.casaba.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.casaba.cache.DerivativeSettings;
import org.casaba.cache.record.RecordSettings;
import org.casaba.pyramid.store.PyramidSettings;
import org.jspecify.annotations.Nullable;

/** What is kept that has been made, and whether its folders are fit for that. */
final class KeptParsers {
  private KeptParsers() {}

  /**
   * What the keys come to.
   *
   * @param place where a path leads
   */
  static DerivativeSettings derivatives(Values values, UnaryOperator<Path> place) {
    boolean enabled = values.get(Keys.CACHE_DERIVATIVE_ENABLED);
    long heap = values.get(Keys.CACHE_DERIVATIVE_HEAP);
    long disk = values.get(Keys.CACHE_DERIVATIVE_DISK);
    if (enabled && disk != 0 && disk / 2 < heap) {
      values.report(
          Keys.CACHE_DERIVATIVE_DISK,
          "is less than twice cache.derivative.heap = "
              + values.text(Keys.CACHE_DERIVATIVE_HEAP)
              + ": what is in memory is on disk too",
          "allowed: twice as much or more, or 0 to keep pictures in memory alone");
    }
    return new DerivativeSettings(
        enabled,
        values.get(Keys.CACHE_DERIVATIVE_DIRECTORY).map(place).orElse(null),
        heap,
        disk,
        values.get(Keys.CACHE_DERIVATIVE_TTL),
        values.get(Keys.CACHE_DERIVATIVE_MAX_ENTRY));
  }

  /** The same of pyramids. */
  static PyramidSettings pyramids(Values values, UnaryOperator<Path> place) {
    return new PyramidSettings(
        values.get(Keys.PYRAMIDS_FOLDER).map(place).orElse(null),
        values.get(Keys.PYRAMIDS_MAX_SIZE),
        values.get(Keys.PYRAMIDS_MIN_PIXELS));
  }

  /** Reports folders that would be mixed up with the folder of images, or with each other. */
  static void check(Values values, Settings settings) {
    Map<Path, Key<?>> known = new LinkedHashMap<>();
    Path root = real(settings.source().root());
    folders(settings)
        .forEach((key, chosen) -> {
          Path folder = real(chosen);
          if (folder.startsWith(root)) {
            values.report(key, within(folder.equals(root), root), "name another folder");
          } else if (root.startsWith(folder)) {
            values.report(
                key, "holds the folder of images, " + root, "name a folder for nothing but this");
          }
          Key<?> other = known.putIfAbsent(folder, key);
          if (other != null) {
            values.report(
                key, "is " + other.name() + " too", "give each of the two a folder of its own");
          }
        });
  }

  private static String within(boolean same, Path root) {
    return (same ? "is" : "lies in") + " the folder of images, " + root;
  }

  /** Those that are chosen, and used. */
  private static Map<Key<?>, Path> folders(Settings settings) {
    Map<Key<?>, Path> folders = new LinkedHashMap<>();
    PyramidSettings pyramids = settings.pyramids();
    DerivativeSettings derivatives = settings.derivatives();
    RecordSettings record = settings.record();
    put(folders, Keys.PYRAMIDS_FOLDER, pyramids.maxSize() > 0 ? pyramids.folder() : null);
    put(
        folders,
        Keys.CACHE_DERIVATIVE_DIRECTORY,
        derivatives.enabled() && derivatives.disk() > 0 ? derivatives.directory() : null);
    put(folders, Keys.CACHE_RECORD_DIRECTORY, record.directory());
    return folders;
  }

  private static void put(Map<Key<?>, Path> folders, Key<?> key, @Nullable Path folder) {
    Optional.ofNullable(folder).ifPresent(path -> folders.put(key, path));
  }

  /** Where links lead, as far as there is anything yet. */
  private static Path real(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    try {
      return whole.toRealPath();
    } catch (IOException e) {
      // It is made later, or cannot be looked at: what leads there may be.
      Path parent = whole.getParent();
      return parent == null ? whole : real(parent).resolve(parent.relativize(whole));
    }
  }
}

package org.casaba.app;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casaba.pyramid.Recipe;
import org.jspecify.annotations.Nullable;

/**
 * What the command {@code pyramid} is asked. Options may be given as {@code --x y} or {@code
 * --x=y}, anywhere.
 *
 * @param files and folders, at least one
 * @param to where pyramids go; null with {@code --check}
 * @param overwrite whether to make what is there already
 * @param threads 1 or more
 */
record PyramidArguments(
    List<Path> files, @Nullable Path to, Recipe recipe, boolean overwrite, int threads) {
  static final String HELP =
      String.join(
          System.lineSeparator(),
          "java -jar casaba.war pyramid FILES... --to DIR [options]",
          "java -jar casaba.war pyramid --check FILES...",
          "",
          "Makes pyramidal tiled TIFF files, which any part of a picture is quickly served from;",
          "or says of existing files whether they are fit for serving. Folders stand for all",
          "pictures in them and below. What is there already, fit and not older, is left as it is,",
          "and so are pictures that are pyramids themselves.",
          "",
          "scan.jpg becomes scan.tif, as would scan.png; where both are there, the one that had",
          "the name first keeps it, and of the other it is said that it must be renamed.",
          "",
          "  --to DIR       the folder to write to; what lies in folders keeps its place in it",
          "  --tile N       width and height of a tile, a multiple of 16 (default: 512)",
          "  --quality N    store opaque pictures as JPEG of this quality, 1 to 100 (default:",
          "                 JPEG of quality 90 for what has been compressed with loss before,",
          "                 lossless deflate for the rest)",
          "  --lossless     encode no full size with loss",
          "  --overwrite    also make anew what is there already",
          "  --threads N    threads that work on a picture (default: one for each processor)",
          "  --check        write nothing, say what is to be done; goes with no other option",
          "",
          "The pixels of a baseline JPEG are kept without loss, if its blocks allow. Pixels are",
          "stored with 8 bits a sample, and as they lie in the file: the orientation goes with",
          "them, as do the ICC profile, EXIF and XMP, and IPTC of TIFF files. A JPEG's comment",
          "becomes the description, unless it has one.",
          "",
          "Ends with status 0 if all went well, 1 if some file failed or, with --check, is not",
          "fit, 2 if the command line is wrong, 130 if it was interrupted. That there are no",
          "pictures is no failure.",
          "");

  private static final Set<String> VALUED = Set.of("to", "tile", "quality", "threads");
  private static final Set<String> FLAGS = Set.of("lossless", "overwrite", "check");

  PyramidArguments {
    files = List.copyOf(files);
  }

  /** Whether to write nothing. */
  boolean check() {
    return to == null;
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static PyramidArguments parse(int processors, String... arguments) {
    Map<String, String> options = new HashMap<>();
    List<Path> files = new ArrayList<>();
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
    while (!rest.isEmpty()) {
      String argument = rest.remove();
      if (!argument.startsWith("--")) {
        files.add(Path.of(argument));
      } else if (argument.equals("--")) {
        rest.forEach(name -> files.add(Path.of(name)));
        rest.clear();
      } else {
        option(argument, rest, options);
      }
    }
    return of(options, files, processors);
  }

  private static void option(String argument, Deque<String> rest, Map<String, String> options) {
    int equals = argument.indexOf('=');
    String name = argument.substring(2, equals < 0 ? argument.length() : equals);
    String value = "";
    if (VALUED.contains(name)) {
      if (equals < 0 && rest.isEmpty()) {
        throw new IllegalArgumentException("--" + name + " needs a value");
      }
      value = equals < 0 ? rest.remove() : argument.substring(equals + 1);
    } else if (!FLAGS.contains(name)) {
      throw new IllegalArgumentException("Unknown option --" + name);
    } else if (equals >= 0) {
      throw new IllegalArgumentException("--" + name + " takes no value");
    }
    if (options.put(name, value) != null) {
      throw new IllegalArgumentException("--" + name + " is given twice");
    }
  }

  private static PyramidArguments of(
      Map<String, String> options, List<Path> files, int processors) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("No files are named");
    }
    boolean check = options.containsKey("check");
    if (check && options.size() > 1) {
      throw new IllegalArgumentException("--check goes with no other option");
    }
    if (!check && options.getOrDefault("to", "").isEmpty()) {
      throw new IllegalArgumentException("--to says where the pyramids go");
    }
    boolean lossless = options.containsKey("lossless");
    if (lossless && options.containsKey("quality")) {
      throw new IllegalArgumentException("--lossless and --quality exclude each other");
    }
    Recipe.Preference preference =
        lossless
            ? Recipe.Preference.LOSSLESS
            : options.containsKey("quality")
                ? Recipe.Preference.JPEG
                : Recipe.Preference.LIKE_SOURCE;
    int threads = number(options, "threads", processors);
    if (threads < 1) {
      throw new IllegalArgumentException("--threads is 1 or more");
    }
    Recipe recipe =
        new Recipe(
            number(options, "tile", Recipe.STANDARD_TILE),
            number(options, "quality", Recipe.STANDARD_QUALITY),
            preference);
    Path to = check ? null : Path.of(options.getOrDefault("to", ""));
    return new PyramidArguments(files, to, recipe, options.containsKey("overwrite"), threads);
  }

  private static int number(Map<String, String> options, String name, int otherwise) {
    String text = options.get(name);
    try {
      return text == null ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--" + name + " needs a whole number, not " + text, e);
    }
  }
}

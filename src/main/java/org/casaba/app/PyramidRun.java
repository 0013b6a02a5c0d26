package org.casaba.app;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.casaba.app.PictureFiles.Picture;
import org.casaba.codec.Codecs;
import org.casaba.codec.DecodedImage;
import org.casaba.content.Content;
import org.casaba.content.FileContent;
import org.casaba.pyramid.Built;
import org.casaba.pyramid.Fitness;
import org.casaba.pyramid.PyramidBuilder;
import org.casaba.pyramid.Watcher;
import org.jspecify.annotations.Nullable;

/** Makes the pyramids of a command, one after the other, and tells of each. */
final class PyramidRun {
  private final Codecs codecs;
  private final PyramidBuilder builder;
  private final PyramidArguments asked;
  private final ProgressBar bar;
  private final PrintStream out;
  private @Nullable Closeable unfinished;
  private boolean stopped;

  PyramidRun(
      Codecs codecs,
      PyramidBuilder builder,
      PyramidArguments asked,
      ProgressBar bar,
      PrintStream out) {
    this.codecs = codecs;
    this.builder = builder;
    this.asked = asked;
    this.bar = bar;
    this.out = out;
  }

  /** What has become of a file. */
  private enum Outcome {
    MADE,
    SKIPPED,
    NO_PICTURE,
    FAILED
  }

  /** Makes all; 0 if none failed, else 1. */
  int run(List<Picture> pictures, Map<Picture, Path> targets) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (Picture picture : pictures) {
      if (isStopped()) {
        return 1;
      }
      Path target = Objects.requireNonNull(targets.get(picture));
      counts.merge(one(picture, target), 1, Integer::sum);
    }
    int failed = counts.getOrDefault(Outcome.FAILED, 0);
    int others = counts.getOrDefault(Outcome.NO_PICTURE, 0);
    out.printf(
        "%d made, %d there already, %d failed%s%n",
        counts.getOrDefault(Outcome.MADE, 0),
        counts.getOrDefault(Outcome.SKIPPED, 0),
        failed,
        others == 0 ? "" : "; " + others + " that are no pictures");
    return failed == 0 ? 0 : 1;
  }

  private Outcome one(Picture picture, Path target) {
    long bytes = picture.file().toFile().length();
    Outcome outcome;
    String line;
    try (Content content = FileContent.open(picture.file())) {
      if (!picture.named() && !codecs.recognises(content)) {
        outcome = Outcome.NO_PICTURE;
        line = "";
      } else if (!asked.overwrite() && isThere(picture, target)) {
        outcome = Outcome.SKIPPED;
        line = "is there already: " + target;
      } else {
        line = make(picture, content, target);
        outcome = Outcome.MADE;
      }
    } catch (IOException e) {
      outcome = Outcome.FAILED;
      line = "failed: " + FileFailure.of(e);
    }
    bar.done(bytes);
    if (!line.isEmpty() && !isStopped()) {
      out.println(picture.file() + ": " + line);
    }
    return outcome;
  }

  /** Whether a pyramid that is good enough, and not older, has been made before. */
  private boolean isThere(Picture picture, Path target) throws IOException {
    if (!Files.exists(target)
        || Files.getLastModifiedTime(target).compareTo(Files.getLastModifiedTime(picture.file()))
            < 0) {
      return false;
    }
    try (Content content = FileContent.open(target);
        DecodedImage image = codecs.open(content)) {
      return Fitness.of(content, image).fit();
    } catch (IOException e) {
      // What cannot be read is made anew.
      return false;
    }
  }

  private String make(Picture picture, Content content, Path target) throws IOException {
    if (Files.exists(target) && Files.isSameFile(target, picture.file())) {
      throw new IOException("its pyramid would take its own place; --to another folder");
    }
    long start = System.nanoTime();
    try (DecodedImage image = codecs.open(content)) {
      Built built =
          builder.build(
              new PyramidBuilder.Order(content, image, asked.recipe()),
              target,
              watcher(picture, content.size()));
      double seconds = (System.nanoTime() - start) / 1e9;
      return text(built, target, content.size(), seconds);
    } catch (RuntimeException e) {
      throw new IOException("it cannot be decoded: " + e, e);
    }
  }

  private String text(Built built, Path target, long before, double seconds) {
    String how =
        switch (built.how()) {
          case KEPT -> "kept losslessly";
          case ENCODED -> "encoded at quality " + asked.recipe().quality();
          case DEFLATED -> "stored without loss";
        };
    String notes = built.notes().isEmpty() ? "" : " (" + String.join("; ", built.notes()) + ")";
    return String.format(
        Locale.ROOT,
        "%s%s, %d levels, %s -> %s, %.1f s: %s",
        how,
        notes,
        built.levels(),
        megabytes(before),
        megabytes(built.bytes()),
        seconds,
        target);
  }

  private static String megabytes(long bytes) {
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  private Watcher watcher(Picture picture, long bytes) {
    String name = String.valueOf(picture.file().getFileName());
    return new Watcher() {
      @Override
      public void begun(Closeable file) {
        keep(file);
      }

      @Override
      public void progress(double part) {
        bar.show(name, bytes, part);
      }
    };
  }

  private synchronized void keep(Closeable file) {
    unfinished = file;
    if (stopped) {
      stop();
    }
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  /** Gives up, and leaves nothing unfinished. */
  synchronized void stop() {
    stopped = true;
    try {
      if (unfinished != null) {
        unfinished.close();
      }
    } catch (IOException e) {
      out.println("The unfinished file could not be removed: " + FileFailure.of(e));
    }
  }
}

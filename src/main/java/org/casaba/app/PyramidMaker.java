package org.casaba.app;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import org.casaba.app.PictureFiles.Picture;
import org.casaba.codec.DecodedImage;
import org.casaba.content.Content;
import org.casaba.pyramid.Built;
import org.casaba.pyramid.PyramidBuilder;
import org.casaba.pyramid.Recipe;
import org.casaba.pyramid.Watcher;

/** Makes one pyramid, shows how far it is, and says what has been made. */
record PyramidMaker(
    PyramidBuilder builder, Recipe recipe, ProgressBar bar, Interruption interruption) {

  /** Makes it, and answers what to say of it. */
  String make(Picture picture, Content content, DecodedImage image, Path target)
      throws IOException {
    String name = String.valueOf(picture.file().getFileName());
    long start = System.nanoTime();
    try {
      Built built =
          builder.build(
              new PyramidBuilder.Order(content, image, recipe, name),
              target,
              watcher(name, content.size()));
      double seconds = (System.nanoTime() - start) / 1e9;
      return text(built, content.size(), seconds) + ": " + target;
    } catch (RuntimeException e) {
      throw new IOException("it cannot be decoded: " + e, e);
    }
  }

  private Watcher watcher(String name, long bytes) {
    return new Watcher() {
      @Override
      public void begun(Closeable file) {
        try {
          interruption.keep(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public void progress(double part) {
        bar.show(name, bytes, part);
      }
    };
  }

  private String text(Built built, long before, double seconds) {
    String how =
        switch (built.how()) {
          case KEPT -> "kept losslessly";
          case ENCODED -> "encoded at quality " + recipe.quality();
          case DEFLATED -> "stored without loss";
        };
    String notes = built.notes().isEmpty() ? "" : " (" + String.join("; ", built.notes()) + ")";
    return String.format(
        Locale.ROOT,
        "%s%s, %d sizes, %s -> %s, %.1f s",
        how,
        notes,
        built.levels(),
        megabytes(before),
        megabytes(built.bytes()),
        seconds);
  }

  private static String megabytes(long bytes) {
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}

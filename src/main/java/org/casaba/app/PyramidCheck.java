package org.casaba.app;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.casaba.app.PictureFiles.Found;
import org.casaba.app.PictureFiles.Picture;
import org.casaba.codec.DecodedImage;
import org.casaba.content.Content;
import org.casaba.content.FileContent;
import org.casaba.pyramid.Fitness;

/** Says of files whether they are fit for serving, and changes nothing. */
record PyramidCheck(PictureReading reading, PrintStream out) {

  /** Looks at all; 0 if nothing needs to be done, else 1. */
  int run(Found found) {
    found.remarks().forEach(out::println);
    found.closed().forEach(out::println);
    int unfit = 0;
    int others = 0;
    for (Picture picture : found.pictures().values()) {
      try (Content content = FileContent.open(picture.file())) {
        if (reading.isForeign(picture, content)) {
          others++;
        } else if (!isFit(picture, content)) {
          unfit++;
        }
      } catch (IOException e) {
        unfit++;
        out.println(picture.file() + ": cannot be served: " + FileFailure.of(e));
      }
    }
    int looked = found.pictures().size() - others;
    if (looked == 0 && found.closed().isEmpty()) {
      out.println(PictureFiles.lookedFor());
    }
    out.printf("%d fit, %d not fit%s%n", looked - unfit, unfit, PictureReading.others(others));
    return unfit + found.closed().size() == 0 ? 0 : 1;
  }

  private boolean isFit(Picture picture, Content content) throws IOException {
    try (DecodedImage image = reading.open(content)) {
      Fitness fitness = Fitness.of(content, image);
      List<String> words = fitness.fit() ? fitness.notes() : fitness.wants();
      out.println(
          picture.file()
              + (fitness.fit() ? ": fit (" : ": not fit (")
              + fitness.summary()
              + ")"
              + (words.isEmpty() ? "" : ": " + String.join("; ", words)));
      return fitness.fit();
    }
  }
}

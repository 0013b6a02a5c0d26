package org.casaba.app;

import java.io.IOException;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.casaba.app.PictureFiles.Found;
import org.casaba.app.PictureFiles.Picture;
import org.casaba.app.PyramidPlaces.Spared;
import org.casaba.codec.DecodedImage;
import org.casaba.content.Content;
import org.casaba.content.FileContent;

/**
 * The pyramids of a command, one after the other, with a line for each.
 *
 * @param places where they go
 * @param maker makes them
 */
record PyramidRun(
    PictureReading reading, PyramidPlaces places, PyramidMaker maker, PrintStream out) {

  /** What has become of a file. */
  private enum Outcome {
    MADE,
    THERE,
    TO_COPY,
    FOREIGN,
    FAILED
  }

  /** Makes all; 0 if none failed, else 1. */
  int run(Found found) {
    found.remarks().forEach(out::println);
    found.closed().forEach(out::println);
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (Picture picture : found.pictures().values()) {
      if (maker.interruption().isWanted()) {
        return 1;
      }
      long bytes = picture.file().toFile().length();
      counts.merge(one(picture, bytes), 1, Integer::sum);
    }
    int failed = counts.getOrDefault(Outcome.FAILED, 0) + found.closed().size();
    int foreign = counts.getOrDefault(Outcome.FOREIGN, 0);
    if (found.pictures().size() == foreign && failed == 0) {
      out.println(PictureFiles.lookedFor());
    }
    out.printf(
        "%d made, %d there already, %s%d failed%s%n",
        counts.getOrDefault(Outcome.MADE, 0),
        counts.getOrDefault(Outcome.THERE, 0),
        toCopy(counts.getOrDefault(Outcome.TO_COPY, 0)),
        failed,
        PictureReading.others(foreign));
    return failed == 0 ? 0 : 1;
  }

  private static String toCopy(int count) {
    return count == 0 ? "" : count + " to be copied, ";
  }

  private Outcome one(Picture picture, long bytes) {
    try (Content content = FileContent.open(picture.file())) {
      if (reading.isForeign(picture, content)) {
        maker.bar().done(bytes);
        return Outcome.FOREIGN;
      }
      return one(picture, content);
    } catch (IOException e) {
      say(picture, bytes, "failed: " + FileFailure.of(e));
      return Outcome.FAILED;
    }
  }

  private Outcome one(Picture picture, Content content) throws IOException {
    try (DecodedImage image = reading.open(content)) {
      Optional<Spared> spared = places.whyNot(picture, content, image);
      String line =
          spared.isPresent()
              ? spared.get().reason()
              : maker.make(picture, content, image, places.of(picture));
      places.take(picture);
      say(picture, content.size(), line);
      return spared.isEmpty()
          ? Outcome.MADE
          : spared.get().there() ? Outcome.THERE : Outcome.TO_COPY;
    }
  }

  private void say(Picture picture, long bytes, String line) {
    maker.bar().done(bytes);
    if (!maker.interruption().isWanted()) {
      out.println(picture.file() + ": " + line);
    }
  }
}

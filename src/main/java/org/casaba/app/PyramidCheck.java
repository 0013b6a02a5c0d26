package org.casaba.app;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.casaba.app.PictureFiles.Picture;
import org.casaba.codec.Codecs;
import org.casaba.codec.DamagedImageException;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.UnsupportedImageException;
import org.casaba.content.Content;
import org.casaba.content.FileContent;
import org.casaba.pyramid.Fitness;

/** Says of files whether they are fit for serving, and changes nothing. */
final class PyramidCheck {
  private final Codecs codecs;
  private final PrintStream out;

  PyramidCheck(Codecs codecs, PrintStream out) {
    this.codecs = codecs;
    this.out = out;
  }

  /** Looks at all; 0 if nothing needs to be done, else 1. */
  int run(List<Picture> pictures) {
    int unfit = 0;
    int others = 0;
    for (Picture picture : pictures) {
      try (Content content = FileContent.open(picture.file())) {
        if (!picture.named() && !codecs.recognises(content)) {
          others++;
        } else if (!isFit(picture, content)) {
          unfit++;
        }
      } catch (IOException e) {
        unfit++;
        out.println(picture.file() + ": cannot be served: " + FileFailure.of(e));
      }
    }
    int looked = pictures.size() - others;
    out.printf(
        "%d files, %d fit, %d to be seen to%s%n",
        looked, looked - unfit, unfit, others == 0 ? "" : "; " + others + " that are no pictures");
    return unfit == 0 ? 0 : 1;
  }

  private boolean isFit(Picture picture, Content content) throws IOException {
    try (DecodedImage image = codecs.open(content)) {
      Fitness fitness = Fitness.of(content, image);
      String verdict = fitness.fit() ? "fit" : String.join("; ", fitness.wants());
      String notes =
          fitness.notes().isEmpty() ? "" : " (" + String.join("; ", fitness.notes()) + ")";
      out.println(picture.file() + ": " + fitness.summary() + ": " + verdict + notes);
      return fitness.fit();
    } catch (DamagedImageException | UnsupportedImageException e) {
      out.println(picture.file() + ": cannot be served: " + e.getMessage());
      return false;
    }
  }
}

package org.casaba.render;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.PixelRows;
import org.casaba.codec.StoredJpeg;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.geometry.Window;
import org.casaba.iiif.Scale;
import org.casaba.plan.Alterations;
import org.casaba.plan.ImageFacts;
import org.casaba.plan.ResolutionLevel;

/**
 * A stored image as if it were stored in a smaller size. Its pixels are those of the smaller size
 * before anything is done with them, so that no request, or number of requests, can get at more.
 */
public final class ReducedImage implements DecodedImage {

  /** A pixel is made of what lies up to {@link Alterations#MARGIN} pixels around. */
  private static final RenderSettings.Filter FILTER = RenderSettings.Filter.CATMULL_ROM;

  private final DecodedImage full;
  private final ImageFacts facts;

  /** Index of the smallest stored level that has all pixels of the reduced size. */
  private final int origin;

  private ReducedImage(DecodedImage full, ImageFacts facts) {
    this.full = full;
    this.facts = facts;
    List<ResolutionLevel> stored = full.facts().levels();
    int i = 0;
    while (i + 1 < stored.size() && facts.storedSize().fitsInto(stored.get(i + 1).size())) {
      i++;
    }
    this.origin = i;
  }

  /** The image at that scale; closing it closes the image. */
  public static DecodedImage of(DecodedImage image, Scale scale) {
    return scale.equals(Scale.FULL) ? image : new ReducedImage(image, image.facts().reduced(scale));
  }

  @Override
  public ImageFacts facts() {
    return facts;
  }

  @Override
  public Optional<byte[]> iccProfile() {
    return full.iccProfile();
  }

  @Override
  public PixelRows rows(int level, Rectangle region) throws IOException {
    ResolutionLevel wanted = facts.levels().get(level);
    if (level > 0) {
      return full.rows(full.facts().levels().indexOf(wanted), region);
    }
    Dimensions from = full.facts().levels().get(origin).size();
    if (from.equals(wanted.size())) {
      return full.rows(origin, region);
    }
    Resample resample =
        Resample.of(window(region, wanted.size(), from), from, region.size(), FILTER);
    PixelRows source = full.rows(origin, resample.source());
    try {
      return resample.apply(source);
    } catch (RuntimeException | Error e) {
      source.close();
      throw e;
    }
  }

  @Override
  public Optional<StoredJpeg> jpeg(int level) throws IOException {
    int stored = full.facts().levels().indexOf(facts.levels().get(level));
    return stored < 0 ? Optional.empty() : full.jpeg(stored);
  }

  @Override
  public long weight() {
    return full.weight();
  }

  @Override
  public boolean givesParts(int level) {
    int stored = full.facts().levels().indexOf(facts.levels().get(level));
    return full.givesParts(stored < 0 ? origin : stored);
  }

  @Override
  public long rowsMemory(int level, Rectangle region) {
    int stored = full.facts().levels().indexOf(facts.levels().get(level));
    if (stored >= 0) {
      return full.rowsMemory(stored, region);
    }
    Dimensions from = full.facts().levels().get(origin).size();
    Window part = window(region, facts.storedSize(), from);
    int x = Math.min((int) part.x(), from.width() - 1);
    int y = Math.min((int) part.y(), from.height() - 1);
    int width = Math.clamp((int) Math.ceil(part.width()), 1, from.width() - x);
    int height = Math.clamp((int) Math.ceil(part.height()), 1, from.height() - y);
    return full.rowsMemory(origin, new Rectangle(x, y, width, height)) + 64L * width;
  }

  /** Where a part of the reduced picture lies on a larger one. */
  private static Window window(Rectangle region, Dimensions reduced, Dimensions from) {
    double x = (double) from.width() / reduced.width();
    double y = (double) from.height() / reduced.height();
    return new Window(region.x() * x, region.y() * y, region.width() * x, region.height() * y);
  }

  @Override
  public void close() throws IOException {
    full.close();
  }
}

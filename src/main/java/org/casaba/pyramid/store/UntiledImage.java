package org.casaba.pyramid.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.PixelRows;
import org.casaba.codec.StoredJpeg;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;
import org.casaba.plan.ImageFacts;
import org.casaba.plan.ResolutionLevel;
import org.casaba.pyramid.Recipe;

/**
 * An image as a pyramid is made of it.
 *
 * @param from the level that the pyramid begins with; 0 or 1
 * @param format whose traits decide how pixels are stored
 */
record UntiledImage(DecodedImage image, int from, String format) implements DecodedImage {
  private static final Dimensions TILE = new Dimensions(Recipe.STANDARD_TILE, Recipe.STANDARD_TILE);

  /** Of a kind that nothing is known of, and that is therefore stored without loss. */
  private static final String UNKNOWN = "";

  /**
   * The image, without what is had quickly anyway: the full size of a JPEG of which parts can be
   * cut out.
   *
   * @param page which of the file's pages it is; what is known of a file is true of the first alone
   */
  static UntiledImage of(DecodedImage image, int page) throws IOException {
    ImageFacts facts = image.facts();
    Optional<StoredJpeg> stored = image.jpeg(0);
    boolean quick = stored.isPresent() && stored.get().tile(0, 0, TILE).isPresent();
    boolean half = facts.levels().size() > 1 && isHalf(facts.storedSize(), facts.levels().get(1));
    return new UntiledImage(image, quick && half ? 1 : 0, page == 1 ? facts.format() : UNKNOWN);
  }

  private static boolean isHalf(Dimensions full, ResolutionLevel level) {
    return level.size().width() == Math.ceilDiv(full.width(), 2)
        && level.size().height() == Math.ceilDiv(full.height(), 2);
  }

  @Override
  public ImageFacts facts() {
    ImageFacts facts = image.facts();
    List<ResolutionLevel> levels = facts.levels().subList(from, facts.levels().size());
    return new ImageFacts(format, facts.orientation(), levels, facts.coloring(), facts.alpha());
  }

  @Override
  public Optional<byte[]> iccProfile() {
    return image.iccProfile();
  }

  @Override
  public PixelRows rows(int level, Rectangle region) throws IOException {
    return image.rows(level + from, region);
  }

  @Override
  public void close() throws IOException {
    image.close();
  }
}

package org.casaba.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.casaba.plan.ImageFacts;
import org.casaba.plan.ResolutionLevel;
import org.jspecify.annotations.Nullable;

/** A stored image made of pictures in memory, that remembers which rows it has given. */
final class PictureImage implements DecodedImage {
  private final List<Picture> levels;
  private final PixelLayout layout;
  private final byte @Nullable [] icc;
  private final @Nullable IOException damage;
  private final Orientation orientation;
  private final List<Rectangle> asked = new ArrayList<>();
  private final List<PictureRows> given = new ArrayList<>();

  PictureImage(List<Picture> levels, PixelLayout layout, byte @Nullable [] icc) {
    this(levels, layout, icc, null);
  }

  /**
   * @param damage what the third row of any rows throws
   */
  PictureImage(
      List<Picture> levels,
      PixelLayout layout,
      byte @Nullable [] icc,
      @Nullable IOException damage) {
    this.levels = levels;
    this.layout = layout;
    this.icc = icc;
    this.damage = damage;
    this.orientation = Orientation.UPRIGHT;
  }

  /**
   * @param orientation what makes the levels upright
   */
  PictureImage(List<Picture> levels, Orientation orientation, PixelLayout layout) {
    this.levels = levels;
    this.layout = layout;
    this.icc = null;
    this.damage = null;
    this.orientation = orientation;
  }

  @Override
  public ImageFacts facts() {
    return new ImageFacts(
        "memory",
        orientation,
        levels.stream().map(p -> new ResolutionLevel(p.size(), null)).toList(),
        layout.bands() >= 3 ? ImageFacts.Coloring.COLOR : ImageFacts.Coloring.GRAY,
        layout.alpha());
  }

  @Override
  public Optional<byte[]> iccProfile() {
    return Optional.ofNullable(icc);
  }

  @Override
  public PixelRows rows(int level, Rectangle region) {
    PictureRows rows = new PictureRows(levels.get(level).part(region), layout, damage);
    asked.add(region);
    given.add(rows);
    return rows;
  }

  /** Regions that rows have been asked for. */
  List<Rectangle> asked() {
    return asked;
  }

  boolean allRowsAreClosed() {
    return given.stream().allMatch(PictureRows::isClosed);
  }

  @Override
  public void close() {}
}

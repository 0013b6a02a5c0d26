package org.casaba.codec.webp;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.IccProfile;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.content.Content;
import org.casaba.geometry.Rectangle;
import org.casaba.plan.ImageFacts;
import org.casaba.plan.ImageFacts.Coloring;
import org.casaba.plan.ResolutionLevel;

/** A WebP file: one level, no tiles. */
final class WebpImage implements DecodedImage {
  private final Content content;
  private final WebpFile file;
  private final ImageFacts facts;

  WebpImage(Content content, WebpFile file) {
    this.content = content;
    this.file = file;
    this.facts =
        new ImageFacts(
            "WebP",
            file.presentation().orientation(),
            List.of(new ResolutionLevel(file.canvas(), null)),
            Coloring.COLOR,
            file.alpha());
  }

  @Override
  public ImageFacts facts() {
    return facts;
  }

  @Override
  public Optional<byte[]> iccProfile() {
    return file.presentation()
        .profile()
        .flatMap(profile -> IccProfile.usable(profile, PixelLayout.RGB));
  }

  @Override
  public PixelRows rows(int level, Rectangle region) throws IOException {
    Objects.checkIndex(level, 1);
    if (!region.isInside(file.canvas())) {
      throw new IllegalArgumentException("the region lies outside");
    }
    return new CanvasRows(file, file.frame().rows(content), region);
  }

  @Override
  public long weight() {
    return file.presentation().profile().map(profile -> profile.length).orElse(0);
  }

  /** What a lossless picture may repeat, and the tables of its transforms, reach far back. */
  @Override
  public long rowsMemory(int level, Rectangle region) {
    return DecodedImage.super.rowsMemory(level, region) + Math.min(file.canvas().area(), 8 << 20);
  }

  @Override
  public void close() {}
}

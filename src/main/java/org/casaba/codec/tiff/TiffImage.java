package org.casaba.codec.tiff;

import java.io.IOException;
import java.util.Optional;
import org.casaba.codec.CmykConversion;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.IccProfile;
import org.casaba.codec.PixelRows;
import org.casaba.codec.StoredJpeg;
import org.casaba.content.Content;
import org.casaba.geometry.Rectangle;
import org.casaba.plan.ImageFacts;
import org.jspecify.annotations.Nullable;

/** A TIFF file whose index has been read. Thread-safe as its content is. */
final class TiffImage implements DecodedImage {
  /** Bytes that the state of a segment's decoder takes. */
  private static final long DECODER = 50 << 10;

  private final TiffIndex index;
  private final Content content;
  private final Optional<byte[]> icc;
  private final Libraries libraries;
  private @Nullable CmykConversion inks;

  /**
   * Joins an index and the content that it was read from.
   *
   * @param icc the profile as stored, whatever it is
   * @param libraries asked to decompress whole tiles and strips
   */
  TiffImage(TiffIndex index, Content content, Optional<byte[]> icc, Libraries libraries) {
    this.index = index;
    this.content = content;
    this.icc = icc;
    this.libraries = libraries;
  }

  @Override
  public ImageFacts facts() {
    return index.facts();
  }

  @Override
  public int pageCount() {
    return index.pageCount();
  }

  @Override
  public Optional<byte[]> iccProfile() {
    Interpretation interpretation = index.pages().getFirst().interpretation();
    return interpretation.photometric() instanceof Photometric.Inks
        ? Optional.empty()
        : icc.flatMap(profile -> IccProfile.usable(profile, interpretation.layout()));
  }

  @Override
  public PixelRows rows(int level, Rectangle region) throws IOException {
    Page page = index.pages().get(level);
    if (!region.isInside(page.size())) {
      throw new IllegalArgumentException(region + " is not inside " + page.size());
    }
    Interpretation interpretation = page.interpretation();
    boolean inked = interpretation.photometric() instanceof Photometric.Inks;
    PixelConversion conversion = new PixelConversion(interpretation, inked ? inks() : null);
    SegmentReader reader = new SegmentReader(content, page, SegmentReader.MEMORY, libraries);
    return new TiffRows(reader, conversion, page, region);
  }

  @Override
  public Optional<StoredJpeg> jpeg(int level) {
    return StoredTiles.of(content, index.pages().get(level));
  }

  /** The conversion of inks, which takes a while to make. */
  private synchronized CmykConversion inks() {
    if (inks == null) {
      inks = CmykConversion.of(icc, false);
    }
    return inks;
  }

  @Override
  public long weight() {
    long weight = icc.map(profile -> profile.length).orElse(0);
    for (Page page : index.pages()) {
      weight += page.table().weight();
    }
    return weight;
  }

  /**
   * Segments that lie side by side: as they are stored, JPEG data being a tenth or so, and what is
   * decoded of them or the state of their decoders. All of it is bounded.
   */
  @Override
  public long rowsMemory(int level, Rectangle region) {
    Page page = index.pages().get(level);
    int width = page.grid().segment().width();
    int abreast = (region.right() - 1) / width - region.x() / width + 1;
    long pixels = abreast * page.grid().segment().area() * page.interpretation().samples();
    long stored = pixels / (page.coding().compression() == Compression.JPEG ? 6 : 2);
    return DecodedImage.super.rowsMemory(level, region)
        + Math.min(SegmentReader.MEMORY, stored)
        + Math.max(abreast * DECODER, Math.min(SegmentReader.MEMORY, pixels));
  }

  @Override
  public void close() {}
}

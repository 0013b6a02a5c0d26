package org.casaba.codec.jpeg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casaba.codec.CmykConversion;
import org.casaba.codec.DecodedImage;
import org.casaba.codec.ExifOrientation;
import org.casaba.codec.IccProfile;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.PixelRows;
import org.casaba.codec.StoredJpeg;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;
import org.casaba.geometry.Rectangle;
import org.casaba.jpeg.AppMarkers;
import org.casaba.jpeg.JpegHeader;
import org.casaba.jpeg.McuIndex;
import org.casaba.plan.ImageFacts;
import org.casaba.plan.ImageFacts.Coloring;
import org.casaba.plan.ResolutionLevel;

/** A JPEG file: decoded at its full size, or at a half, a quarter, an eighth. */
final class JpegImage implements DecodedImage {
  private final JpegStream stream;
  private final FileByLibrary file;
  private final LazyIndex index;
  private final StoredPicture stored;
  private final List<Integer> scales;
  private final ImageFacts facts;

  /**
   * A file whose headers have been read.
   *
   * @param file that the stream is read from
   */
  JpegImage(JpegStream stream, FileByLibrary file) {
    this.stream = stream;
    this.file = file;
    index = new LazyIndex(stream);
    scales = scales(stream.header().frame().size());
    List<ResolutionLevel> levels = new ArrayList<>();
    for (int scale : scales) {
      Dimensions size = PartialPicture.scaledSize(stream.header().frame(), scale);
      levels.add(new ResolutionLevel(size, null));
    }
    facts =
        new ImageFacts(
            "JPEG",
            appMarkers().exif().map(ExifOrientation::of).orElse(Orientation.UPRIGHT),
            levels,
            stream.components() == 1 ? Coloring.GRAY : Coloring.COLOR,
            false);
    stored = new StoredPicture(stream, index, facts.orientation() == Orientation.UPRIGHT);
  }

  /** The scales that make a picture smaller than the one before does. */
  private static List<Integer> scales(Dimensions size) {
    int longer = Math.max(size.width(), size.height());
    List<Integer> scales = new ArrayList<>();
    for (int scale = 1; scale <= 8 && (scale == 1 || longer > scale / 2); scale *= 2) {
      scales.add(scale);
    }
    return scales;
  }

  private AppMarkers appMarkers() {
    return stream.header().appMarkers();
  }

  @Override
  public ImageFacts facts() {
    return facts;
  }

  @Override
  public Optional<byte[]> iccProfile() {
    return switch (stream.components()) {
      case 1 -> appMarkers().icc().flatMap(p -> IccProfile.usable(p, PixelLayout.GRAY));
      case 3 -> appMarkers().icc().flatMap(p -> IccProfile.usable(p, PixelLayout.RGB));
      default -> Optional.empty();
    };
  }

  @Override
  public PixelRows rows(int level, Rectangle region) throws IOException {
    JpegHeader header = stream.header();
    int scale = scales.get(level);
    BandRows bands = bands(header, scale, level, region);
    // Made first, since it insists on tables that the library takes for granted.
    Optional<BandRows> whole = file.bands(header, scale, region);
    if (whole.isPresent()) {
      bands.close();
      bands = whole.get();
    }
    if (bands.bands() != 4) {
      return new BandPixels(bands);
    }
    boolean inverted = appMarkers().adobeTransform().isPresent();
    return new CmykPixels(bands, CmykConversion.of(appMarkers().icc(), inverted));
  }

  private BandRows bands(JpegHeader header, int scale, int level, Rectangle region)
      throws IOException {
    PartialPicture picture = PartialPicture.of(header.frame(), scale, region);
    McuIndex known = index.forPart(region.size(), facts.levels().get(level).size());
    return stream.bands(picture, ColorTransform.FROM_MARKERS, known);
  }

  @Override
  public Optional<StoredJpeg> jpeg(int level) {
    boolean bandsAsShown = stream.components() == 1 || stream.components() == 3;
    return level == 0 && bandsAsShown ? Optional.of(stored) : Optional.empty();
  }

  @Override
  public List<byte[]> metadata(boolean xmp) throws IOException {
    List<byte[]> segments = new ArrayList<>();
    for (byte[] segment : stored.metadata(xmp)) {
      segments.add(XmpSegments.upright(ExifOrientation.upright(segment)));
    }
    return segments;
  }

  @Override
  public long weight() {
    long markers = appMarkers().icc().map(b -> b.length).orElse(0);
    return markers + appMarkers().exif().map(b -> b.length).orElse(0) + index.weight();
  }

  /** By an index, once that is made. */
  @Override
  public boolean givesParts(int level) {
    return stream.header().inOneScan();
  }

  @Override
  public long rowsMemory(int level, Rectangle region) {
    long rows = DecodedImage.super.rowsMemory(level, region);
    return rows
        + (stream.header().inOneScan()
            ? file.memory(stream.header(), scales.get(level), region)
            : stream.coefficientMemory());
  }

  @Override
  public void close() {
    // nothing is held open
  }
}

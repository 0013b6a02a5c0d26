package org.casaba.pyramid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.metadata.StoredField;
import org.casaba.codec.metadata.StoredMetadata;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Orientation;

/**
 * The directories of a pyramid: the full size with all that is known of the picture, then the
 * smaller ones, marked as such (TIFF 6.0 sections 8, 15, 21 and 22; EXIF; XMP part 3).
 *
 * @param orientation what makes the pixels upright
 * @param icc profile of the pixels
 * @param metadata of the source
 */
record Directories(
    PixelLayout layout, Orientation orientation, Optional<byte[]> icc, StoredMetadata metadata) {
  private static final int RESOLUTION_UNIT = 296;
  private static final Set<Integer> RESOLUTION = Set.of(282, 283, RESOLUTION_UNIT);
  private static final int HORIZONTAL_DIFFERENCES = 2;
  private static final int UNASSOCIATED_ALPHA = 2;
  private static final int INTEROPERABILITY = 40965;

  /**
   * Writes them.
   *
   * @param levels the full size first
   */
  void writeTo(PyramidFile file, int tile, List<Level> levels) throws IOException {
    for (int i = 0; i < levels.size(); i++) {
      List<Entry> entries = new ArrayList<>();
      addPicture(entries, levels.get(i), tile, file.big());
      entries.add(Entry.longs(254, i == 0 ? 0 : 1)); // NewSubfileType: reduced
      if (i == 0) {
        addMetadata(entries, file);
      }
      addResolution(entries);
      file.chain(entries);
    }
  }

  private void addPicture(List<Entry> entries, Level level, int tile, boolean big) {
    LevelCoding coding = level.coding();
    int[] depths = new int[layout.bands()];
    Arrays.fill(depths, 8);
    entries.add(Entry.longs(256, level.size().width())); // ImageWidth
    entries.add(Entry.longs(257, level.size().height())); // ImageLength
    entries.add(Entry.shorts(258, depths)); // BitsPerSample
    entries.add(Entry.shorts(259, coding.compression()));
    entries.add(Entry.shorts(262, coding.photometric()));
    entries.add(Entry.shorts(274, orientation.exif()));
    entries.add(Entry.shorts(277, layout.bands())); // SamplesPerPixel
    entries.add(Entry.shorts(284, 1)); // PlanarConfiguration: side by side
    if (coding instanceof LevelCoding.Deflate) {
      entries.add(Entry.shorts(317, HORIZONTAL_DIFFERENCES)); // Predictor
    }
    entries.add(Entry.longs(322, tile)); // TileWidth
    entries.add(Entry.longs(323, tile)); // TileLength
    entries.add(Entry.offsets(324, big, level.tiles().offsets())); // TileOffsets
    entries.add(Entry.offsets(325, big, level.tiles().lengths())); // TileByteCounts
    if (layout.alpha()) {
      entries.add(Entry.shorts(338, UNASSOCIATED_ALPHA)); // ExtraSamples
    }
    if (coding.photometric() == 6) {
      Dimensions sharing = coding.sharing();
      entries.add(Entry.shorts(530, sharing.width(), sharing.height())); // YCbCrSubSampling
    }
  }

  private void addMetadata(List<Entry> entries, PyramidFile file) throws IOException {
    for (StoredField field : metadata.picture()) {
      if (!RESOLUTION.contains(field.tag())) {
        entries.add(Entry.of(field));
      }
    }
    metadata.xmp().ifPresent(x -> entries.add(Entry.bytes(700, x.bytes())));
    icc.ifPresent(profile -> entries.add(Entry.undefined(34675, profile)));
    List<Entry> exif = entries(metadata.exif());
    if (!metadata.interoperability().isEmpty()) {
      addPointer(exif, INTEROPERABILITY, entries(metadata.interoperability()), file);
    }
    addPointer(entries, 34665, exif, file);
    addPointer(entries, 34853, entries(metadata.gps()), file);
  }

  private static void addPointer(
      List<Entry> entries, int tag, List<Entry> directory, PyramidFile file) throws IOException {
    if (!directory.isEmpty()) {
      entries.add(Entry.offsets(tag, file.big(), file.appendDirectory(directory)));
    }
  }

  private static List<Entry> entries(List<StoredField> fields) {
    List<Entry> entries = new ArrayList<>();
    fields.forEach(f -> entries.add(Entry.of(f)));
    return entries;
  }

  /** TIFF requires it; of smaller levels nobody asks. */
  private void addResolution(List<Entry> entries) {
    List<StoredField> stored =
        metadata.picture().stream().filter(f -> RESOLUTION.contains(f.tag())).toList();
    if (stored.size() == RESOLUTION.size()) {
      stored.forEach(f -> entries.add(Entry.of(f)));
    } else {
      entries.add(Entry.one(282));
      entries.add(Entry.one(283));
      entries.add(Entry.shorts(RESOLUTION_UNIT, 1));
    }
  }
}

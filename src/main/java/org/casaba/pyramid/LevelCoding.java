package org.casaba.pyramid;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.casaba.codec.PixelLayout;
import org.casaba.codec.StoredJpeg;
import org.casaba.geometry.Dimensions;
import org.casaba.jpeg.ColorModel;
import org.casaba.jpeg.Component;
import org.casaba.jpeg.JpegBytes;
import org.casaba.jpeg.JpegHeader;
import org.casaba.jpeg.JpegTables;
import org.casaba.jpeg.Sampling;

/** How the tiles of a level are coded. */
sealed interface LevelCoding {

  /** What makes the tiles of the column that begins at {@code x}. */
  TileCoder column(int x, Dimensions tile);

  /** As the field Compression says it. */
  default int compression() {
    return 7;
  }

  /** As the field PhotometricInterpretation says it: 1 gray, 2 RGB, 6 YCbCr. */
  int photometric();

  /** Pixels that share a pair of chroma samples. */
  default Dimensions sharing() {
    return new Dimensions(1, 1);
  }

  /** Lossless; gray, RGB, each with or without alpha. */
  record Deflate(PixelLayout layout) implements LevelCoding {
    @Override
    public TileCoder column(int x, Dimensions tile) {
      return new DeflateCoder(tile.width(), layout.bands());
    }

    @Override
    public int compression() {
      return 8;
    }

    @Override
    public int photometric() {
      return layout.color() ? 2 : 1;
    }
  }

  /** Encoded anew. */
  record Jpeg(PixelLayout layout, int quality) implements LevelCoding {
    @Override
    public TileCoder column(int x, Dimensions tile) {
      return new JpegCoder(tile, sampling(), quality);
    }

    private Sampling sampling() {
      return layout.color() ? Sampling.ofRgb(quality) : Sampling.GRAY;
    }

    @Override
    public int photometric() {
      return layout.color() ? 6 : 1;
    }

    @Override
    public Dimensions sharing() {
      return sampling() == Sampling.YCC_420 ? new Dimensions(2, 2) : new Dimensions(1, 1);
    }
  }

  /** Taken out of the source. */
  record Kept(StoredJpeg stored, int photometric, Dimensions sharing) implements LevelCoding {

    /**
     * How it can be kept, if it is of a kind that TIFF has a name for; judged by the first tile.
     */
    static Optional<LevelCoding> of(StoredJpeg stored, Dimensions tile) throws IOException {
      Optional<byte[]> first = KeptCoder.file(stored, 0, 0, tile);
      if (first.isEmpty()) {
        return Optional.empty();
      }
      JpegHeader header = JpegHeader.read(JpegBytes.of(first.get()), JpegTables.NONE);
      List<Component> components = header.frame().components();
      if (components.size() == 1) {
        return Optional.of(new Kept(stored, 1, new Dimensions(1, 1)));
      }
      boolean ycc = header.colorModel() == ColorModel.YCC;
      if (!ycc && header.colorModel() != ColorModel.RGB) {
        return Optional.empty();
      }
      return sharing(components)
          .filter(s -> ycc || s.area() == 1)
          .map(s -> new Kept(stored, ycc ? 6 : 2, s));
    }

    /** As TIFF 6.0, section 21, allows it: 1, 2 or 4, and not more downwards than across. */
    private static Optional<Dimensions> sharing(List<Component> components) {
      Component luma = components.get(0);
      Component blue = components.get(1);
      Component red = components.get(2);
      boolean alike =
          blue.horizontal() == red.horizontal()
              && blue.vertical() == red.vertical()
              && luma.horizontal() % blue.horizontal() == 0
              && luma.vertical() % blue.vertical() == 0;
      int across = luma.horizontal() / blue.horizontal();
      int down = luma.vertical() / blue.vertical();
      boolean allowed = alike && down <= across && across != 3 && down != 3;
      return allowed ? Optional.of(new Dimensions(across, down)) : Optional.empty();
    }

    @Override
    public TileCoder column(int x, Dimensions tile) {
      return new KeptCoder(stored, tile, x);
    }
  }
}

package org.casaba.codec.webp.lossy;

import java.io.IOException;
import java.nio.ByteOrder;
import org.casaba.codec.ContentReader;
import org.casaba.content.Content;

/** Decodes a frame row by row of macroblocks. */
final class MacroblockRows {
  private final int across;
  private final BoolDecoder modeBits;
  private final MacroblockModes modes;

  /** The other partitions: rows take turns with them. */
  private final BoolDecoder[] tokenBits;

  private final TokenReader[] tokens;
  private final Quantizer[] quantizers = new Quantizer[Segments.COUNT];
  private final Residuals residuals;
  private final Reconstruction reconstruction;
  private final Window window;
  private final FrameFilter filter;

  /**
   * Reads the frame's compressed header (RFC 6386, section 9.2 and following).
   *
   * @param end where in the file the frame ends
   */
  MacroblockRows(Content content, FrameHeader frame, long end) throws IOException {
    this.across = Math.ceilDiv(frame.size().width(), 16);
    BoolDecoder header = partition(content, frame.firstPartition(), frame.firstLength());
    header.number(2); // colour space and clamping, which change nothing
    Segments segments = new Segments(header);
    FilterHeader filterHeader = new FilterHeader(header);
    this.tokenBits = new BoolDecoder[1 << header.number(2)];
    Quantizer.Indices indices = Quantizer.Indices.read(header);
    for (int i = 0; i < quantizers.length; i++) {
      quantizers[i] = indices.at(segments.quantizer(i, indices.base()));
    }
    header.flag(); // whether probabilities are kept for the next frame: there is none
    int[] probabilities = TokenProbabilities.read(header);
    int notEmpty = header.flag() ? header.number(8) : MacroblockModes.NEVER_EMPTY;
    this.modeBits = header;
    this.modes = new MacroblockModes(header, segments, notEmpty, across);
    this.residuals = new Residuals(across);
    this.reconstruction = new Reconstruction(across);
    this.window = new Window(across);
    this.filter = new FrameFilter(filterHeader, segments, window);
    readPartitions(content, frame.firstPartition() + frame.firstLength(), end);
    this.tokens = new TokenReader[tokenBits.length];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = new TokenReader(tokenBits[i], probabilities, residuals.coefficients());
    }
  }

  /** The lengths of all partitions but the last, then the partitions (section 9.5). */
  private void readPartitions(Content content, long start, long end) throws IOException {
    ContentReader lengths = new ContentReader(content, start, ByteOrder.LITTLE_ENDIAN);
    long at = start + 3L * (tokenBits.length - 1);
    for (int i = 0; i < tokenBits.length; i++) {
      long left = Math.max(0, end - at);
      boolean last = i == tokenBits.length - 1;
      long length = last ? left : Math.min(left, lengths.u16() | lengths.u8() << 16);
      tokenBits[i] = partition(content, at, length);
      at += length;
    }
  }

  private static BoolDecoder partition(Content content, long start, long length) {
    return new BoolDecoder(new ContentReader(content, start, ByteOrder.LITTLE_ENDIAN), length);
  }

  /** What has been decoded. */
  Window window() {
    return window;
  }

  /** Decodes the next row into the window. */
  void next() throws IOException {
    int partition = window.rows() % tokens.length;
    modes.startRow();
    residuals.startRow();
    reconstruction.startRow(window.rows() == 0);
    for (int x = 0; x < across; x++) {
      modes.read(x);
      boolean hasY2 = !modes.bySubblock();
      boolean residual = false;
      if (modes.empty()) {
        residuals.skip(x, hasY2);
      } else {
        Quantizer quantizer = quantizers[modes.segment()];
        residual = residuals.read(tokens[partition], quantizer, x, hasY2);
      }
      reconstruction.reconstruct(x, modes, residuals);
      filter.note(x, modes, residual);
    }
    modeBits.check();
    tokenBits[partition].check();
    window.add(reconstruction);
    filter.apply();
  }
}

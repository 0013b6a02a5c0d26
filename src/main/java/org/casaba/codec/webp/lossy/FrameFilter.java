package org.casaba.codec.webp.lossy;

/** Smooths the latest row of macroblocks and its edge with the row before. */
final class FrameFilter {
  private final FilterHeader header;
  private final Window window;
  private final LoopFilter luma;
  private final LoopFilter[] chroma;

  /** For each segment the strength for macroblocks without modes for subblocks, and with. */
  private final FilterHeader.Strength[][] strengths = new FilterHeader.Strength[Segments.COUNT][2];

  /** For each macroblock of the row its strength, and whether its inner edges count. */
  private final FilterHeader.Strength[] strengthAt;

  private final boolean[] inner;

  FrameFilter(FilterHeader header, Segments segments, Window window) {
    this.header = header;
    this.window = window;
    this.luma = new LoopFilter(window.luma(), window.lumaStride(), 16);
    this.chroma =
        new LoopFilter[] {
          new LoopFilter(window.chroma(0), window.chromaStride(), 8),
          new LoopFilter(window.chroma(1), window.chromaStride(), 8)
        };
    for (int i = 0; i < strengths.length; i++) {
      strengths[i][0] = header.strength(segments, i, false);
      strengths[i][1] = header.strength(segments, i, true);
    }
    this.strengthAt = new FilterHeader.Strength[window.chromaStride() / 8];
    this.inner = new boolean[strengthAt.length];
  }

  /**
   * Notes what the {@code x}-th macroblock of the row is like.
   *
   * @param residual whether anything was added to its prediction
   */
  void note(int x, MacroblockModes modes, boolean residual) {
    strengthAt[x] = strengths[modes.segment()][modes.bySubblock() ? 1 : 0];
    inner[x] = modes.bySubblock() || residual;
  }

  /** Smooths the row, which has just been added to the window. */
  void apply() {
    int row = window.rows() - 1;
    int lumaAt = window.lumaAt(16 * row);
    int chromaAt = window.chromaAt(8 * row);
    for (int x = 0; x < strengthAt.length; x++) {
      FilterHeader.Strength strength = strengthAt[x];
      if (strength.limit() == 0) {
        continue;
      }
      LoopFilter.Edges edges = new LoopFilter.Edges(x > 0, row > 0, inner[x]);
      if (header.simple()) {
        luma.simple(lumaAt + 16 * x, strength, edges);
      } else {
        luma.normal(lumaAt + 16 * x, strength, edges);
        chroma[0].normal(chromaAt + 8 * x, strength, edges);
        chroma[1].normal(chromaAt + 8 * x, strength, edges);
      }
    }
  }
}

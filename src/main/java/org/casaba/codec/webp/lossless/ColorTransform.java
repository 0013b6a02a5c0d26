package org.casaba.codec.webp.lossless;

/** Shares of green were subtracted from red, shares of green and red from blue (section 3.5.2). */
final class ColorTransform implements Transform {
  private final int blockBits;
  private final int blocksAcross;

  /** For each block the shares: green's of red lowest, then green's of blue, then red's of blue. */
  private final int[] shares;

  private final int width;
  private int y;

  ColorTransform(int blockBits, int blocksAcross, int[] shares, int width) {
    this.blockBits = blockBits;
    this.blocksAcross = blocksAcross;
    this.shares = shares;
    this.width = width;
  }

  @Override
  public void undo(int[] row) {
    int blockRow = (y++ >> blockBits) * blocksAcross;
    for (int x = 0; x < width; x++) {
      int share = shares[blockRow + (x >> blockBits)];
      int argb = row[x];
      byte green = (byte) (argb >> 8);
      int red = (argb >> 16) + part((byte) share, green);
      int blue = argb + part((byte) (share >> 8), green) + part((byte) (share >> 16), (byte) red);
      row[x] = (argb & 0xFF00FF00) | (red & 0xFF) << 16 | (blue & 0xFF);
    }
  }

  private static int part(byte share, byte level) {
    return (share * level) >> 5;
  }
}

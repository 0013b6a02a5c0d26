package org.casaba.geometry;

/**
 * The eight ways to lay a picture on a pixel grid, numbered as in the EXIF tag Orientation (CIPA
 * DC-008, tag 0x0112). As an operation each is an optional left-right mirroring followed by a
 * clockwise turn; the eight form a group under {@link #then}.
 */
public enum Orientation {
  UPRIGHT(false, 0),
  MIRRORED(true, 0),
  TURNED_180(false, 2),
  MIRRORED_180(true, 2),
  MIRRORED_270(true, 3),
  TURNED_90(false, 1),
  MIRRORED_90(true, 1),
  TURNED_270(false, 3);

  private final boolean mirrored;
  private final int quarterTurns;

  Orientation(boolean mirrored, int quarterTurns) {
    this.mirrored = mirrored;
    this.quarterTurns = quarterTurns;
  }

  /**
   * The operation that makes a picture with this EXIF value upright; unknown values are upright.
   */
  public static Orientation ofExif(int value) {
    return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
  }

  /** The EXIF value, 1 to 8. */
  @SuppressWarnings("EnumOrdinal") // they are numbered as in EXIF
  public int exif() {
    return ordinal() + 1;
  }

  /**
   * Mirrors left to right if asked to, then turns clockwise by that many quarters (any integer).
   */
  public static Orientation of(boolean mirrored, int quarterTurns) {
    int turns = Math.floorMod(quarterTurns, 4);
    for (Orientation o : values()) {
      if (o.mirrored == mirrored && o.quarterTurns == turns) {
        return o;
      }
    }
    throw new AssertionError(turns);
  }

  /** Whether left and right are exchanged before the turn. */
  public boolean mirrored() {
    return mirrored;
  }

  /** Clockwise quarter turns after the mirroring, 0 to 3. */
  public int quarterTurns() {
    return quarterTurns;
  }

  /** Whether width and height change places. */
  public boolean transposes() {
    return (quarterTurns & 1) == 1;
  }

  /** This operation followed by {@code next}. */
  public Orientation then(Orientation next) {
    int turns = next.mirrored ? next.quarterTurns - quarterTurns : next.quarterTurns + quarterTurns;
    return of(mirrored ^ next.mirrored, turns);
  }

  public Orientation inverse() {
    return mirrored ? this : of(false, -quarterTurns);
  }

  public Dimensions apply(Dimensions size) {
    return transposes() ? size.transposed() : size;
  }

  /** Where {@code r}, a part of a picture of that size, lies once the picture has been laid so. */
  public Rectangle apply(Rectangle r, Dimensions picture) {
    int x = mirrored ? picture.width() - r.right() : r.x();
    int y = r.y();
    return switch (quarterTurns) {
      case 0 -> new Rectangle(x, y, r.width(), r.height());
      case 1 -> new Rectangle(picture.height() - y - r.height(), x, r.height(), r.width());
      case 2 ->
          new Rectangle(
              picture.width() - x - r.width(),
              picture.height() - y - r.height(),
              r.width(),
              r.height());
      default -> new Rectangle(y, picture.width() - x - r.width(), r.height(), r.width());
    };
  }
}

package org.casaba.plan;

/** What is laid over a finished picture. */
public sealed interface Overlay {

  /** Nothing, not even what the configuration lays over all pictures. */
  record Nothing() implements Overlay {}

  /** Something that is seen. */
  sealed interface Visible extends Overlay {
    Placement placement();
  }

  /**
   * Lettering.
   *
   * @param text lines between line feeds, {@value #MAX_LENGTH} characters at most; not blank
   */
  record Text(String text, Lettering lettering, Placement placement) implements Visible {
    public static final int MAX_LENGTH = 10_000;

    public Text {
      if (text.isBlank() || text.length() > MAX_LENGTH) {
        throw new IllegalArgumentException("an overlay's text has 1 to 10000 characters");
      }
    }
  }

  /**
   * A picture.
   *
   * @param file its path below the folder of overlays
   */
  record Image(String file, Placement placement) implements Visible {
    public Image {
      if (file.isBlank() || file.length() > 1000) {
        throw new IllegalArgumentException("an overlay's file has a name of 1 to 1000 characters");
      }
    }
  }

  /** Where it lies. */
  enum Position {
    TOP_LEFT,
    TOP_CENTER,
    TOP_RIGHT,
    LEFT_CENTER,
    CENTER,
    RIGHT_CENTER,
    BOTTOM_LEFT,
    BOTTOM_CENTER,
    BOTTOM_RIGHT,
    /** Again and again, all over the picture. */
    REPEAT,
    /** Stretched in proportion to fill the picture. */
    SCALED
  }

  /**
   * Where it lies, and on which pictures.
   *
   * @param inset pixels between it and the picture's edges, 0 or more; less where a text needs them
   * @param minWidth pictures that are narrower go without, pixels
   * @param minHeight pictures that are lower go without, pixels
   */
  record Placement(Position position, int inset, int minWidth, int minHeight) {
    /** At the bottom right, of every picture. */
    public static final Placement DEFAULT = new Placement(Position.BOTTOM_RIGHT, 10, 0, 0);

    public Placement {
      if (inset < 0 || minWidth < 0 || minHeight < 0) {
        throw new IllegalArgumentException("lengths of an overlay's placement are 0 or more");
      }
    }

    /** Whether a picture is large enough. */
    boolean allows(long width, long height) {
      return width >= minWidth && height >= minHeight;
    }
  }

  /**
   * How text looks.
   *
   * @param font name of a family that the server has, or one of Java's: SansSerif, Serif …
   * @param size pixels per em
   * @param minSize how far the size may shrink for the text to fit; text that needs less is drawn
   *     in this size, its lines broken, its end cut off
   * @param weight 1 is regular, 2 bold
   * @param spacing extra space between letters, in ems
   * @param color 0xAARRGGBB
   * @param background 0xAARRGGBB; alpha 0 for none
   * @param stroke colour of the outline, 0xAARRGGBB
   * @param strokeWidth pixels; 0 for no outline
   */
  record Lettering(
      String font,
      double size,
      double minSize,
      double weight,
      double spacing,
      int color,
      int background,
      int stroke,
      double strokeWidth) {
    /** Outlined white letters on a dark, translucent ground, which can be read on anything. */
    public static final Lettering DEFAULT =
        new Lettering("SansSerif", 24, 18, 1, 0.02, 0xffffffff, 0x64000000, 0xff000000, 1);

    public Lettering {
      if (!(size >= 1 && size <= 2000 && minSize >= 1 && minSize <= size)) {
        throw new IllegalArgumentException("a font's size is 1 to 2000, its least size no more");
      }
      if (!(weight > 0 && weight <= 10 && spacing >= -1 && spacing <= 10)) {
        throw new IllegalArgumentException("a font's weight is 0 to 10, its spacing -1 to 10");
      }
      if (!(strokeWidth >= 0 && strokeWidth <= 200)) {
        throw new IllegalArgumentException("a stroke's width is 0 to 200");
      }
    }
  }
}

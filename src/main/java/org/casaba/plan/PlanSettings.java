package org.casaba.plan;

/**
 * What the institution allows to be asked for.
 *
 * @param limits {@code limits.max_width}, {@code max_height}, {@code max_area}
 * @param maxScale {@code limits.max_scale}: how many times larger than the region an answer may be
 *     in either direction; 1 or more, 1 forbids upscaling
 * @param full {@code limits.full}: what version 2's size {@code full} does beyond the limits
 * @param tooLarge {@code limits.too_large}: what becomes of other sizes beyond the limits
 * @param upscalingValidatorMode {@code iiif.upscaling_validator_mode}: whether {@code !w,h} larger
 *     than the region is an error, as the public validator has it, instead of answering the
 *     region's own size, as the specification has it
 */
public record PlanSettings(
    Limits limits,
    double maxScale,
    FullBeyondLimits full,
    TooLarge tooLarge,
    boolean upscalingValidatorMode) {

  /** What becomes of {@code /full/full/} when the image is larger than the limits. */
  public enum FullBeyondLimits {
    /** Answer 400. */
    REFUSE,
    /** Redirect to {@code /full/max/}. */
    REDIRECT,
    /** Answer what {@code max} would. */
    CAP
  }

  /** What becomes of a size given in pixels or percent that is larger than the limits. */
  public enum TooLarge {
    /** Answer 400. */
    REFUSE,
    /** Redirect to {@code /max/}. */
    REDIRECT
  }

  public PlanSettings {
    if (!(maxScale >= 1 && maxScale <= 1000)) {
      throw new IllegalArgumentException("max_scale is 1 to 1000");
    }
  }
}

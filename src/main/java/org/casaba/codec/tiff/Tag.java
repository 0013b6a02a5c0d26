package org.casaba.codec.tiff;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields that decoding needs, with their tags. */
enum Tag {
  NEW_SUBFILE_TYPE(254),
  SUBFILE_TYPE(255),
  IMAGE_WIDTH(256),
  IMAGE_LENGTH(257),
  BITS_PER_SAMPLE(258),
  COMPRESSION(259),
  PHOTOMETRIC_INTERPRETATION(262),
  FILL_ORDER(266),
  STRIP_OFFSETS(273),
  ORIENTATION(274),
  SAMPLES_PER_PIXEL(277),
  ROWS_PER_STRIP(278),
  STRIP_BYTE_COUNTS(279),
  PLANAR_CONFIGURATION(284),
  T4_OPTIONS(292),
  T6_OPTIONS(293),
  PREDICTOR(317),
  COLOR_MAP(320),
  TILE_WIDTH(322),
  TILE_LENGTH(323),
  TILE_OFFSETS(324),
  TILE_BYTE_COUNTS(325),
  SUB_IFDS(330),
  EXTRA_SAMPLES(338),
  SAMPLE_FORMAT(339),
  JPEG_TABLES(347),
  JPEG_INTERCHANGE_FORMAT(513),
  JPEG_INTERCHANGE_FORMAT_LENGTH(514),
  YCBCR_COEFFICIENTS(529),
  YCBCR_SUBSAMPLING(530),
  REFERENCE_BLACK_WHITE(532),
  ICC_PROFILE(34675);

  private static final Map<Integer, Tag> BY_NUMBER =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(t -> t.number, t -> t));

  private final int number;

  Tag(int number) {
    this.number = number;
  }

  static @Nullable Tag of(int number) {
    return BY_NUMBER.get(number);
  }
}

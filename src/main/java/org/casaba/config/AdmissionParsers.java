package org.casaba.config;

import org.casaba.service.AdmissionSettings;

/** How much is drawn at a time. */
final class AdmissionParsers {
  private AdmissionParsers() {}

  /** Numbers that are not negative, or {@code auto}, which becomes 0. */
  static ValueParser<Long> orAuto(ValueParser<Long> number) {
    return text -> {
      if (text.equalsIgnoreCase("auto")) {
        return 0L;
      }
      try {
        return number.parse(text);
      } catch (IllegalValueException e) {
        throw new IllegalValueException(e.problem(), "auto, or " + e.allowed());
      }
    };
  }

  static AdmissionSettings settings(Values values) {
    return new AdmissionSettings(
        new AdmissionSettings.Lane(
            values.get(Keys.ADMISSION_TILES).intValue(), values.get(Keys.ADMISSION_TILES_WAIT)),
        new AdmissionSettings.Lane(
            values.get(Keys.ADMISSION_LARGE).intValue(), values.get(Keys.ADMISSION_LARGE_WAIT)),
        values.get(Keys.ADMISSION_MEMORY),
        values.get(Keys.ADMISSION_MIN_PACE));
  }
}

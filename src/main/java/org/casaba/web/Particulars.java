package org.casaba.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What administrators are told of a configuration in force.
 *
 * @param settings all of them, without secrets
 * @param libraries what is used for what
 * @param places tells where things are kept, and how much
 */
public record Particulars(
    List<Setting> settings, Map<String, String> libraries, Supplier<Map<String, String>> places) {

  /**
   * A setting.
   *
   * @param place where it was written, in words; "default" if nowhere
   */
  public record Setting(String key, String value, String place) {
    boolean isDefault() {
      return place.equals("default");
    }
  }

  public Particulars {
    settings = List.copyOf(settings);
    libraries = Collections.unmodifiableMap(new LinkedHashMap<>(libraries));
  }
}

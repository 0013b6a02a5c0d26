package org.casaba.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.configuration2.interpol.ConfigurationInterpolator;

/**
 * Reads each key's text as what it means. {@code ${key}}, {@code ${env:NAME}} and {@code
 * ${sys:name}} are replaced; the other look-ups that Commons Configuration has, which reach for the
 * network, files or scripts, are not registered, and what nothing replaces is a mistake.
 */
final class Values {
  private final Map<String, Written> written;
  private final Map<String, Written> defaults;
  private final List<Mistake> mistakes;
  private final ConfigurationInterpolator interpolator = new ConfigurationInterpolator();

  /**
   * Values of these texts.
   *
   * @param written every key's text, from whoever has the last word
   * @param defaults every key's default, which stands in for a wrong text
   * @param mistakes takes what is wrong
   */
  Values(
      Map<String, Written> written,
      Map<String, Written> defaults,
      Surroundings surroundings,
      List<Mistake> mistakes) {
    this.written = written;
    this.defaults = defaults;
    this.mistakes = mistakes;
    interpolator.registerLookup("env", name -> surroundings.environment().get(name));
    interpolator.registerLookup("sys", name -> surroundings.properties().get(name));
    interpolator.addDefaultLookup(name -> written.containsKey(name) ? text(name) : null);
  }

  private String text(String name) {
    return Objects.requireNonNull(written.get(name), name).text();
  }

  /** The key's value; its default if its text is a mistake. */
  <T> T get(Key<T> key) {
    Written from = Objects.requireNonNull(written.get(key.name()), key.name());
    try {
      return key.parser().parse(resolved(from.text()));
    } catch (IllegalValueException e) {
      report(key, e.problem(), "allowed: " + e.allowed());
    }
    Written standard = Objects.requireNonNull(defaults.get(key.name()), key.name());
    try {
      return key.parser().parse(standard.text());
    } catch (IllegalValueException e) {
      throw new IllegalStateException(standard.toString(), e);
    }
  }

  /** The key's text with its references replaced; empty if that is a mistake. */
  String text(Key<?> key) {
    return resolvedOrEmpty(Objects.requireNonNull(written.get(key.name()), key.name()));
  }

  /** The institution's own values, by name. */
  Map<String, String> own() {
    Map<String, String> own = new TreeMap<>();
    written.forEach((key, from) -> {
      if (OwnValues.include(key)) {
        OwnValues.name(key)
            .ifPresentOrElse(
                name -> own.put(name, resolvedOrEmpty(from)),
                () -> mistakes.add(OwnValues.misnamed(from)));
      }
    });
    return own;
  }

  /** All that is in force, as people may see it. */
  List<Setting> shown() {
    List<Written> all = new ArrayList<>();
    Keys.ALL.forEach(key -> all.add(Objects.requireNonNull(written.get(key.name()), key.name())));
    new TreeMap<>(written)
        .forEach((key, from) -> {
          if (OwnValues.include(key)) {
            all.add(from);
          }
        });
    Masking masking =
        new Masking(
            all.stream()
                .filter(each -> Masking.isSecret(each.key(), each.text()))
                .map(this::resolvedQuietly)
                .toList());
    return all.stream().map(each -> shown(each, masking)).toList();
  }

  private Setting shown(Written from, Masking masking) {
    String text = resolvedQuietly(from);
    boolean secret = Masking.isSecret(from.key(), from.text());
    String value = text.isEmpty() ? "" : secret ? Masking.MASK : masking.masked(text);
    boolean standard = from.equals(defaults.get(from.key()));
    return new Setting(from.key(), value, standard ? "default" : from.place());
  }

  /** What cannot be made out has been reported already. */
  private String resolvedQuietly(Written from) {
    try {
      return resolved(from.text());
    } catch (IllegalValueException e) {
      return "";
    }
  }

  private String resolvedOrEmpty(Written from) {
    try {
      return resolved(from.text());
    } catch (IllegalValueException e) {
      report(from, e.problem(), "allowed: " + e.allowed());
      return "";
    }
  }

  /** Adds a mistake at the place where the key's text is written. */
  void report(Key<?> key, String problem, String remedy) {
    report(Objects.requireNonNull(written.get(key.name()), key.name()), problem, remedy);
  }

  private void report(Written from, String problem, String remedy) {
    mistakes.add(
        new Mistake(
            from.place(),
            from.key()
                + " = "
                + Mistake.quoted(Masking.written(from.key(), from.text()))
                + " "
                + problem,
            remedy));
  }

  private String resolved(String text) throws IllegalValueException {
    try {
      String resolved = String.valueOf(interpolator.interpolate(text)).strip();
      if (resolved.contains("${")) {
        throw new IllegalValueException(
            "refers to something that is not there", "${another.key}, ${env:NAME}, ${sys:name}");
      }
      return resolved;
    } catch (IllegalStateException e) {
      throw new IllegalValueException("refers to itself", "references without circles");
    }
  }
}

package org.casaba.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Settings outside the file. A variable or system property that by its name is meant for this
 * program, but is no key, is a mistake, except for those that are somebody else's.
 */
final class Overrides {
  private static final Set<String> OTHER_VARIABLES =
      Set.of("CASABA_CONFIG", "CASABA_HOME", "CASABA_VERSION");
  private static final Set<String> OTHER_PROPERTIES = Set.of("casaba.config");

  /** What Kubernetes tells every container in a namespace that has a service named casaba…. */
  private static final Pattern SERVICE_LINK =
      Pattern.compile("CASABA_(.+_)?(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT(_[0-9]+_.+)?)");

  /** What sets a key from outside the file, and how its names come from the keys'. */
  private record Kind(
      String word, Function<Key<?>, String> naming, Function<String, Optional<String>> ownValue) {
    static final Kind VARIABLE =
        new Kind("environment variable ", Key::variable, OwnValues::keyOfVariable);
    static final Kind PROPERTY =
        new Kind("system property ", Key::property, OwnValues::keyOfProperty);

    /** The key that a variable or property of this name sets. */
    Optional<String> key(String name) {
      return Keys.ALL.stream()
          .filter(key -> naming.apply(key).equals(name))
          .findFirst()
          .<String>map(Key::name)
          .or(() -> ownValue.apply(name));
    }
  }

  private Overrides() {}

  /** Texts by key, from environment variables; unknown ones are added to the mistakes. */
  static Map<String, Written> variables(Map<String, String> environment, List<Mistake> mistakes) {
    Map<String, String> ours = new TreeMap<>(environment);
    ours.keySet()
        .removeIf(name ->
            !name.startsWith(Key.VARIABLE_PREFIX)
                || OTHER_VARIABLES.contains(name)
                || isServiceLink(name));
    return known(ours, Kind.VARIABLE, mistakes);
  }

  /** Texts by key, from system properties; unknown ones are added to the mistakes. */
  static Map<String, Written> properties(Map<String, String> properties, List<Mistake> mistakes) {
    Map<String, String> ours = new TreeMap<>(properties);
    ours.keySet()
        .removeIf(name -> !name.startsWith(Key.PROPERTY_PREFIX) || OTHER_PROPERTIES.contains(name));
    return known(ours, Kind.PROPERTY, mistakes);
  }

  private static boolean isServiceLink(String variable) {
    return SERVICE_LINK.matcher(variable).matches() && OwnValues.keyOfVariable(variable).isEmpty();
  }

  private static Map<String, Written> known(
      Map<String, String> texts, Kind kind, List<Mistake> mistakes) {
    Map<String, Written> known = new LinkedHashMap<>();
    texts.forEach((name, text) -> {
      String place = kind.word() + name;
      kind.key(name)
          .ifPresentOrElse(
              key -> known.put(key, new Written(key, text.strip(), place)),
              () -> mistakes.add(unknown(place, name, kind.naming())));
    });
    return known;
  }

  /** The mistake of a name that is none of the keys' names of its kind. */
  static Mistake unknown(String place, String name, Function<Key<?>, String> naming) {
    Collection<String> names = Keys.ALL.stream().map(naming).toList();
    return new Mistake(
        place,
        "there is no setting " + Mistake.quoted(name),
        Spelling.nearest(name, names).map(near -> "did you mean " + near + "?").orElse(""));
  }
}

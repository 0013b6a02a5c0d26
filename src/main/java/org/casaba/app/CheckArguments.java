package org.casaba.app;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the command {@code delegate-check} is asked. Every option may be given as {@code --x y} or
 * {@code --x=y}.
 *
 * @param options by name, without hyphens
 * @param headers {@code Name: value} each
 */
record CheckArguments(Map<String, String> options, List<String> headers) {
  static final String HELP =
      String.join(
          System.lineSeparator(),
          "java -jar casaba.war delegate-check [options]",
          "",
          "Shows what a delegate script would answer to a request, and why.",
          "",
          "  --script FILE     the script, .js or .py (default: the configured one)",
          "  --url URL         what is asked for: /iiif/3/x/full/max/0/default.jpg",
          "  --header 'N: V'   a request header; may be given several times",
          "  --ip ADDRESS      where the request comes from (default: 192.0.2.1)",
          "  --size WxH        size of the image, which then need not exist",
          "  --images DIR      the folder of images (default: the configured one)",
          "  --tests PATH      run the cases in this folder (*.json), or of this file, instead or"
              + " as well",
          "  --config FILE     read settings from this file (casaba.properties)",
          "",
          "Ends with status 0 if the script has answered and all cases went as expected, 1 if not,",
          "2 if the command line is wrong.",
          "");

  private static final Set<String> NAMES =
      Set.of("script", "url", "ip", "size", "images", "tests", "config");

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static CheckArguments parse(String... arguments) {
    Map<String, String> options = new HashMap<>();
    List<String> headers = new ArrayList<>();
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
    while (!rest.isEmpty()) {
      String argument = rest.remove();
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      String option = name.startsWith("--") ? name.substring(2) : "";
      if (!NAMES.contains(option) && !option.equals("header")) {
        throw new IllegalArgumentException("Unknown option " + name);
      }
      if (equals < 0 && rest.isEmpty()) {
        throw new IllegalArgumentException(name + " needs a value");
      }
      String value = equals < 0 ? rest.remove() : argument.substring(equals + 1);
      if (option.equals("header")) {
        headers.add(value);
      } else if (options.put(option, value) != null) {
        throw new IllegalArgumentException(name + " is given twice");
      }
    }
    if (!options.containsKey("url") && !options.containsKey("tests")) {
      throw new IllegalArgumentException("--url or --tests says what to check");
    }
    return new CheckArguments(options, headers);
  }

  String get(String name) {
    return options.getOrDefault(name, "");
  }

  /** Properties that tell the configuration what the command line says. */
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    put(settings, "casaba.delegate.script", "script");
    put(settings, "casaba.source.filesystem.root", "images");
    // The cases are run and shown, and do not keep the script from being loaded.
    settings.put("casaba.delegate.tests", "");
    put(settings, "casaba.config", "config");
    return settings;
  }

  private void put(Map<String, String> settings, String key, String option) {
    if (options.containsKey(option)) {
      settings.put(key, Path.of(get(option)).toAbsolutePath().toString());
    }
  }
}

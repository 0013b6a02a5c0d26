package org.casaba.app;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command {@code purge} is asked. Options with a value may be given as {@code --x y} or
 * {@code --x=y}.
 *
 * @param what all, image, information or expired
 * @param identifier of the image; null if what is asked for is no single image
 * @param urls of the servers, without slashes at their ends; not empty
 * @param config the configuration file; null for the usual one
 */
record PurgeArguments(
    String what, @Nullable String identifier, List<URI> urls, @Nullable Path config) {
  static final String HELP =
      String.join(
          System.lineSeparator(),
          "java -jar casaba.war purge --all [options]",
          "java -jar casaba.war purge --image ID [options]",
          "java -jar casaba.war purge --information ID [options]",
          "java -jar casaba.war purge --expired [options]",
          "",
          "Has running servers forget what they have kept.",
          "",
          "  --all             all pictures, and what is known of all images",
          "  --image ID        all pictures of this image, and what is known of it; the identifier",
          "                    is written without percent signs: maps/ezu.tif",
          "  --information ID  what is known of this image, but not its pictures",
          "  --expired         pictures that have been kept longer than cache.derivative.ttl says",
          "  --url URL         address of a server, with its context path; may be given several",
          "                    times (default: http://127.0.0.1:8182)",
          "  --config FILE     read settings from this file (casaba.properties)",
          "",
          "The servers are asked with admin.username and admin.password of the settings, which",
          "must be theirs too. Use https where a network lies between. Pyramids are not purged:",
          "each belongs to one state of one file, and is used for no other.",
          "",
          "Ends with status 0 if all servers have done all, 1 if not, 2 if the command line or the",
          "configuration is wrong.",
          "");

  private static final Set<String> OF_ONE = Set.of("image", "information");
  private static final Set<String> OF_MANY = Set.of("all", "expired");
  private static final URI OWN = URI.create("http://127.0.0.1:8182");

  /** Stands for bytes that the locale cannot read. */
  private static final char UNREADABLE = '\uFFFD';

  PurgeArguments {
    urls = List.copyOf(urls);
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static PurgeArguments parse(String... arguments) {
    Draft draft = new Draft();
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
    while (!rest.isEmpty()) {
      String argument = rest.remove();
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      String option = name.startsWith("--") ? name.substring(2) : "";
      if (OF_MANY.contains(option)) {
        if (equals >= 0) {
          throw new IllegalArgumentException(name + " takes no value");
        }
        draft.what(option, null);
      } else if (OF_ONE.contains(option) || option.equals("url") || option.equals("config")) {
        if (equals < 0 && rest.isEmpty()) {
          throw new IllegalArgumentException(name + " needs a value");
        }
        draft.valued(option, equals < 0 ? rest.remove() : argument.substring(equals + 1));
      } else {
        throw new IllegalArgumentException("Unknown option " + name);
      }
    }
    return draft.done();
  }

  /** What has been read so far. */
  private static final class Draft {
    private @Nullable String what;
    private @Nullable String identifier;
    private final List<URI> urls = new ArrayList<>();
    private @Nullable Path config;

    private void what(String option, @Nullable String image) {
      if (what != null) {
        throw new IllegalArgumentException(
            "One of --all, --image, --information and --expired is given, not --"
                + what
                + " and --"
                + option);
      }
      what = option;
      identifier = image;
    }

    private void valued(String option, String value) {
      if (option.equals("url")) {
        urls.add(url(value));
      } else if (option.equals("config")) {
        config(Path.of(value).toAbsolutePath());
      } else if (value.isEmpty()) {
        throw new IllegalArgumentException("--" + option + " names an image");
      } else if (value.indexOf(UNREADABLE) >= 0) {
        throw new IllegalArgumentException(
            "--" + option + " cannot be read in this locale; set LC_ALL=C.UTF-8");
      } else {
        what(option, value);
      }
    }

    private void config(Path file) {
      if (config != null) {
        throw new IllegalArgumentException("--config is given twice");
      }
      if (!Files.isRegularFile(file)) {
        throw new IllegalArgumentException("--config: there is no file " + file);
      }
      config = file;
    }

    private static URI url(String text) {
      try {
        URI url = URI.create(text.replaceFirst("/+$", ""));
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || isSecure(url);
        if (web
            && url.getHost() != null
            && url.getRawUserInfo() == null
            && url.getRawQuery() == null
            && url.getRawFragment() == null) {
          return url;
        }
      } catch (IllegalArgumentException e) {
        throw notUrl(e);
      }
      throw notUrl(null);
    }

    private static boolean isSecure(URI url) {
      return "https".equalsIgnoreCase(url.getScheme());
    }

    /** Not with what was given: people write passwords into addresses. */
    private static IllegalArgumentException notUrl(@Nullable Throwable cause) {
      return new IllegalArgumentException(
          "--url is the address of a server, such as http://127.0.0.1:8182 or"
              + " https://example.org/images, without user, query and fragment",
          cause);
    }

    private PurgeArguments done() {
      if (what == null) {
        throw new IllegalArgumentException(
            "--all, --image, --information or --expired says what to purge");
      }
      return new PurgeArguments(what, identifier, urls.isEmpty() ? List.of(OWN) : urls, config);
    }
  }
}

package org.casaba.benchmark.load;

import java.util.List;

/**
 * Requests of one kind.
 *
 * @param name for the command line
 * @param title for people
 * @param requests sent in this order, again and again
 * @param slowAtFirst whether the server prepares something in the background after the first of
 *     them, for which the warm-up has to wait
 */
record Kind(
    String name, String title, Picture picture, List<Request> requests, boolean slowAtFirst) {
  Kind {
    requests = List.copyOf(requests);
  }

  static Kind of(String name, String title, Picture picture, List<String> parameters) {
    return new Kind(name, title, picture, requests(name, picture, parameters), false);
  }

  Kind thatIsSlowAtFirst() {
    return new Kind(name, title, picture, requests, true);
  }

  private static List<Request> requests(String name, Picture picture, List<String> parameters) {
    List<String> distinct = parameters.stream().distinct().toList();
    return distinct.stream()
        .map(p -> new Request(picture.file() + "/" + p, name + "/" + distinct.indexOf(p)))
        .toList();
  }
}

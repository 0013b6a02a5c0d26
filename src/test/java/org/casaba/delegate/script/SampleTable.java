package org.casaba.delegate.script;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the sample scripts are to decide, from {@code samples.txt}.
 *
 * @param sections rows by what stands above them
 */
record SampleTable(Map<String, List<Row>> sections) {

  /**
   * A request and the decision about it.
   *
   * @param caller IP address and headers; empty if they do not matter
   */
  record Row(String request, String caller, String decision) {
    SampleRequest parsed() {
      return SampleRequest.of(request, caller);
    }

    Row decided(String other) {
      return new Row(request, caller, other);
    }

    @Override
    public String toString() {
      return request + " | " + caller + " | " + decision;
    }
  }

  static SampleTable read() throws IOException {
    try (InputStream in = SampleTable.class.getResourceAsStream("samples.txt")) {
      String text = new String(requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Map<String, List<Row>> sections = new LinkedHashMap<>();
      List<Row> rows = new ArrayList<>();
      for (String line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
        if (line.startsWith(" ")) {
          rows.add(row(line));
        } else {
          rows = sections.computeIfAbsent(line, name -> new ArrayList<>());
        }
      }
      return new SampleTable(sections);
    }
  }

  private static Row row(String line) {
    String[] columns = line.strip().split("\\s*\\|\\s*", 3);
    return columns.length == 3
        ? new Row(columns[0], columns[1], columns[2])
        : new Row(columns[0], "", columns[1]);
  }

  /** The samples' names. */
  List<String> samples() {
    return sections.keySet().stream().filter(name -> !name.contains(" ")).toList();
  }

  List<Row> rows(String section) {
    return sections.getOrDefault(section, List.of());
  }
}

package org.casaba.delegate.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.casaba.cache.DerivativeCache;
import org.casaba.codec.Codecs;
import org.casaba.codec.Encoder;
import org.casaba.codec.gif.GifEncoder;
import org.casaba.codec.jpeg.JpegEncoder;
import org.casaba.codec.png.PngEncoder;
import org.casaba.codec.tiff.TiffEncoder;
import org.casaba.config.Settings;
import org.casaba.config.SettingsLoader;
import org.casaba.config.Surroundings;
import org.casaba.delegate.MetaIdentifiers;
import org.casaba.delegate.TracedDelegate;
import org.casaba.geometry.Dimensions;
import org.casaba.info.InformationJson;
import org.casaba.plan.Planner;
import org.casaba.render.Renderer;
import org.casaba.service.Overlays;
import org.casaba.service.PretendedImages;
import org.casaba.service.Rendering;
import org.casaba.web.DryRun;
import org.casaba.web.DryRunCases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SampleScriptsTest {
  private static final Path CASES = SampleScripts.FOLDER.resolve("tests");
  private static SampleScripts samples;

  @BeforeAll
  static void start() throws Exception {
    samples = new SampleScripts();
  }

  @AfterAll
  static void stop() {
    samples.close();
  }

  static List<Path> scripts() throws Exception {
    return SampleScripts.files();
  }

  static List<Path> scriptsWithCases() throws Exception {
    return scripts().stream().filter(script -> Files.isDirectory(cases(script))).toList();
  }

  /** Cases of the template are in the folder itself. */
  private static Path cases(Path script) {
    String name = SampleScripts.name(script);
    return name.equals("delegates") ? CASES : CASES.resolve(name);
  }

  @Test
  void eachSampleIsThereInBothLanguages() throws Exception {
    assertEquals(
        SampleTable.read().samples().stream()
            .flatMap(name -> Stream.of(name + ".js", name + ".py"))
            .sorted()
            .toList(),
        scripts().stream().map(script -> script.getFileName().toString()).sorted().toList());
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void sampleDecidesAsTheTableSays(Path script) throws Exception {
    SampleTable table = SampleTable.read();
    String name = SampleScripts.name(script);
    assertDecisions(table.rows(name), samples.configured(script));
    List<SampleTable.Row> unset = table.rows(name + " - settings");
    if (!unset.isEmpty()) {
      assertDecisions(unset, samples.unconfigured(script));
    }
  }

  private static void assertDecisions(List<SampleTable.Row> rows, Generation rules)
      throws Exception {
    try (rules) {
      List<SampleTable.Row> decided = new ArrayList<>();
      for (SampleTable.Row row : rows) {
        decided.add(row.decided(Decision.of(rules, row.parsed())));
      }
      assertEquals(lines(rows), lines(decided));
    }
  }

  /** A line each, so that a difference is easily seen. */
  private static String lines(List<SampleTable.Row> rows) {
    return String.join("\n", rows.stream().map(SampleTable.Row::toString).toList());
  }

  @ParameterizedTest
  @MethodSource("scriptsWithCases")
  void casesThatAreShippedHold(Path script) throws Exception {
    try (Generation rules = samples.unconfigured(script)) {
      DryRunCases.Result result = new DryRunCases(cases(script)).run(dryRun(rules));
      assertEquals(List.of(), result.failures());
      assertNotEquals(0, result.count());
    }
  }

  private static DryRun dryRun(TracedDelegate rules) throws Exception {
    Settings settings =
        new SettingsLoader(new Surroundings(Map.of(), Map.of(), null, Path.of("images"))).load();
    List<Encoder> encoders =
        List.of(new JpegEncoder(), new PngEncoder(), new GifEncoder(), new TiffEncoder());
    Renderer renderer = new Renderer(new Codecs(List.of(), encoders)::encoder, settings.render());
    return new DryRun(
        rules,
        PretendedImages.of(new Dimensions(1, 1)),
        new Planner(settings.plan()),
        new Rendering(renderer, DerivativeCache.NONE, Overlays.NONE),
        new InformationJson(settings.information()),
        settings.web(),
        MetaIdentifiers.of(settings.metaIdentifiers(), rules));
  }
}

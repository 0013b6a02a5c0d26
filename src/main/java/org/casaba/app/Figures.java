package org.casaba.app;

import static org.casaba.metrics.Figure.count;
import static org.casaba.metrics.Figure.level;

import org.casaba.delegate.script.ScriptDelegate;
import org.casaba.metrics.Metrics;
import org.casaba.pyramid.store.Pyramids;
import org.casaba.service.OpenImages;

/** Has parts tell figures that know nothing of figures themselves. */
record Figures(Metrics metrics) {

  void of(OpenImages pool) {
    metrics.observe(
        level("casaba.pool.images", "Images that are kept open"), () -> pool.stock().images());
    metrics.observe(
        level("casaba.pool.images.used", "Open images that requests use at the moment"),
        () -> pool.stock().inUse());
    metrics.observe(
        level("casaba.pool.memory", "Memory that open images take about").in("bytes"),
        () -> pool.stock().bytes());
  }

  void of(Pyramids pyramids) {
    metrics.observe(
        level("casaba.pyramids.underway", "Pyramids that are being built"),
        () -> pyramids.underway().isPresent() ? 1 : 0);
    metrics.observe(
        level("casaba.pyramids.waiting", "Pyramids that wait to be built"), pyramids::waiting);
    metrics.observe(
        count("casaba.pyramids.built", "Pyramids that have been built"), pyramids::built);
    metrics.observe(
        count("casaba.pyramids.failed", "Pyramids that could not be built"), pyramids::failed);
  }

  void of(ScriptDelegate script) {
    metrics.observe(
        level("casaba.script.contexts", "Contexts in which the script runs"),
        () -> script.load().contexts());
    metrics.observe(
        level("casaba.script.busy", "Contexts that are at something"), () -> script.load().busy());
    metrics.observe(
        level("casaba.script.waiting", "Questions that wait for a context"),
        () -> script.load().waiting());
    metrics.observe(
        count("casaba.script.timeouts", "Questions for which there was no time"), script::timeOuts);
  }
}

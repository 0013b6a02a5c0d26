package org.casaba.app;

import static org.casaba.metrics.Figure.count;
import static org.casaba.metrics.Figure.level;

import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.casaba.cache.CacheState;
import org.casaba.cache.DerivativeCache;
import org.casaba.delegate.script.ScriptDelegate;
import org.casaba.metrics.Figure;
import org.casaba.metrics.Metrics;
import org.casaba.pyramid.store.Pyramids;
import org.casaba.service.Admission;
import org.casaba.service.LaneState;
import org.casaba.service.OpenImages;

/** Has parts tell figures that know nothing of figures themselves. */
record Figures(Metrics metrics) {

  void of(Admission admission) {
    lane("tiles", () -> admission.state().tiles());
    lane("large", () -> admission.state().large());
  }

  private void lane(String name, Supplier<LaneState> lane) {
    observe(
        level("casaba.admission.running", "Pictures that are being drawn").with("lane", name),
        () -> lane.get().running());
    observe(
        level("casaba.admission.places", "Pictures that may be drawn at once").with("lane", name),
        () -> lane.get().mostRunning());
    observe(
        level("casaba.admission.waiting", "Requests that wait to be drawn").with("lane", name),
        () -> lane.get().waiting());
    observe(
        level("casaba.admission.memory", "Memory that pictures being drawn are reckoned to take")
            .in("bytes")
            .with("lane", name),
        () -> lane.get().memory());
    observe(
        level("casaba.admission.memory.budget", "Memory that pictures being drawn may take")
            .in("bytes")
            .with("lane", name),
        () -> lane.get().mostMemory());
    Figure refused =
        count("casaba.admission.refused", "Requests that were turned away for want of room")
            .with("lane", name);
    observe(refused.with("reason", "queue"), () -> lane.get().crowdedOut());
    observe(refused.with("reason", "wait"), () -> lane.get().outOfPatience());
  }

  void of(DerivativeCache cache) {
    tier("heap", () -> cache.state().heap());
    tier("disk", () -> cache.state().disk());
    found("record", () -> cache.state().recorded());
    found("flight", () -> cache.state().joined());
    found("none", () -> cache.state().missed());
  }

  private void tier(String name, Supplier<CacheState.Tier> tier) {
    observe(
        level("casaba.cache.pictures", "Pictures that are kept").with("tier", name),
        () -> tier.get().entries());
    observe(
        level("casaba.cache", "Room that kept pictures take").in("bytes").with("tier", name),
        () -> tier.get().bytes());
    observe(
        level("casaba.cache.limit", "Room that kept pictures may take, 0 where none are kept")
            .in("bytes")
            .with("tier", name),
        () -> tier.get().most());
    observe(
        count("casaba.cache.evictions", "Pictures that made room for others").with("tier", name),
        () -> tier.get().evicted());
    found(name, () -> tier.get().found());
  }

  private void found(String where, DoubleSupplier count) {
    observe(
        count("casaba.cache.lookups", "Pictures looked for, by where they were found")
            .with("found", where),
        count);
  }

  private void observe(Figure figure, DoubleSupplier value) {
    metrics.observe(figure, value);
  }

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

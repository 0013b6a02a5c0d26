package org.casaba.cache.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.casaba.cache.Depot;
import org.casaba.cache.DerivativeRecord;
import org.casaba.cache.Forgotten;
import org.casaba.cache.Kept;
import org.casaba.plan.DerivativeKey;

/**
 * Several records as one: they are asked in order, and what a later one has is put into those
 * before it.
 */
public final class DerivativeRecords implements DerivativeRecord {
  private final List<DerivativeRecord> records;

  DerivativeRecords(List<DerivativeRecord> records) {
    this.records = List.copyOf(records);
  }

  /**
   * What the settings ask for, begun in the background; {@link DerivativeRecord#NONE} if nothing.
   */
  public static DerivativeRecord of(RecordSettings settings) {
    List<DerivativeRecord> records = new ArrayList<>();
    if (settings.cluster() != null) {
      records.add(new ClusteredRecord(settings.cluster(), settings.clusterSize()));
    }
    if (settings.directory() != null) {
      records.add(new DirectoryRecord(settings.directory(), settings.maxSize()));
    }
    return switch (records.size()) {
      case 0 -> NONE;
      case 1 -> records.getFirst();
      default -> new DerivativeRecords(records);
    };
  }

  @Override
  public Optional<Kept> find(DerivativeKey key, long after) {
    for (int i = 0; i < records.size(); i++) {
      Optional<Kept> found = records.get(i).find(key, after);
      if (found.isPresent()) {
        records.subList(0, i).forEach(record -> record.keep(key, found.get()));
        return found;
      }
    }
    return Optional.empty();
  }

  @Override
  public void keep(DerivativeKey key, Kept kept) {
    records.forEach(record -> record.keep(key, kept));
  }

  /** All are asked, whatever becomes of it with some. */
  @Override
  public Forgotten forget(String image) {
    return each(record -> record.forget(image));
  }

  @Override
  public Forgotten forgetAll() {
    return each(DerivativeRecord::forgetAll);
  }

  @Override
  public Forgotten forgetBefore(long time) {
    return each(record -> record.forgetBefore(time));
  }

  private Forgotten each(Function<DerivativeRecord, Forgotten> forgetting) {
    return records.stream().map(forgetting).reduce(Forgotten.NOTHING, Forgotten::beside);
  }

  @Override
  public List<Depot> depots() {
    return records.stream().flatMap(record -> record.depots().stream()).toList();
  }

  @Override
  public void close() {
    records.forEach(DerivativeRecord::close);
  }
}

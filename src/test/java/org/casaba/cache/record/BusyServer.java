package org.casaba.cache.record;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.casaba.cache.DerivativeRecord;
import org.casaba.cache.Kept;
import org.casaba.plan.DerivativeKey;

/**
 * A server that does nothing but keep and find pictures, until it is killed or its standard input
 * ends; then it says how many it has found, and how many were not what they should have been.
 */
final class BusyServer {
  private BusyServer() {}

  /**
   * Starts.
   *
   * @param arguments a directory or a Terracotta server; bytes; a seed
   */
  public static void main(String[] arguments) throws Exception {
    long size = Long.parseLong(arguments[1]);
    Random random = new Random(Long.parseLong(arguments[2]));
    boolean shared = arguments[0].startsWith("terracotta:");
    RecordSettings settings =
        new RecordSettings(
            shared ? null : Path.of(arguments[0]),
            size,
            shared ? URI.create(arguments[0]) : null,
            size);
    long found = 0;
    long wrong = 0;
    try (DerivativeRecord record = DerivativeRecords.of(settings)) {
      System.out.println("begun");
      while (System.in.available() == 0) {
        DerivativeKey key = Pictures.key(random.nextInt(20), random.nextInt(50));
        int length = 1 + Math.floorMod(key.hashCode(), 40_000);
        Optional<byte[]> there = Pictures.find(record, key);
        byte[] picture = Pictures.picture(key, length);
        found += there.isPresent() ? 1 : 0;
        wrong += there.isPresent() && !Arrays.equals(there.get(), picture) ? 1 : 0;
        record.keep(key, new Kept(System.currentTimeMillis(), picture));
      }
    }
    System.out.println("found " + found + ", wrong " + wrong);
  }
}

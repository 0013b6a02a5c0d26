package org.casaba.jpeg;

import java.io.IOException;

/** Knows places from which the data of a scan can be read. Thread-safe. */
@FunctionalInterface
public interface McuEntries {

  /**
   * The last known place at or before an MCU.
   *
   * @param mcu number of the MCU, from 0, row by row
   */
  McuStart before(int mcu) throws IOException;
}

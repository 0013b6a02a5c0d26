package org.casaba.jpeg;

import java.util.List;

/**
 * A place in the entropy-coded data of a sequential scan from which it can be read on.
 *
 * @param mcu number of the MCU that begins there, from 0, row by row
 * @param position in the stream of the byte that holds the MCU's first bit
 * @param bit how many bits of that byte belong to what is before, 0 to 7
 * @param predictors DC predictor of each of the scan's components, in the scan's order, not
 *     dequantized; 0 behind a restart marker
 */
public record McuStart(int mcu, long position, int bit, List<Integer> predictors) {
  public McuStart {
    predictors = List.copyOf(predictors);
  }
}

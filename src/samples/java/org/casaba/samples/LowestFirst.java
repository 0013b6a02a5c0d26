package org.casaba.samples;

import java.util.Arrays;

/** A heap of numbered things by rising weight, without boxing. */
final class LowestFirst {
  private int[] things;
  private float[] weights;
  private int size;

  LowestFirst(int capacity) {
    things = new int[capacity];
    weights = new float[capacity];
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(int thing, float weight) {
    if (size == things.length) {
      things = Arrays.copyOf(things, 2 * size);
      weights = Arrays.copyOf(weights, 2 * size);
    }
    int i = size++;
    while (i > 0 && weights[(i - 1) / 2] > weight) {
      things[i] = things[(i - 1) / 2];
      weights[i] = weights[(i - 1) / 2];
      i = (i - 1) / 2;
    }
    things[i] = thing;
    weights[i] = weight;
  }

  int take() {
    int lowest = things[0];
    size--;
    int moved = things[size];
    float weight = weights[size];
    int i = 0;
    int child = 1;
    while (child < size) {
      if (child + 1 < size && weights[child + 1] < weights[child]) {
        child++;
      }
      if (weights[child] >= weight) {
        break;
      }
      things[i] = things[child];
      weights[i] = weights[child];
      i = child;
      child = 2 * i + 1;
    }
    things[i] = moved;
    weights[i] = weight;
    return lowest;
  }
}

package org.casaba.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class CourseTest {

  @Test
  void stagesDoNotOverlap() {
    Course course = Course.begin();
    Stage before = course.enter(Stage.ENCODE);
    assertNull(before);
    for (int i = 0; i < 1000; i++) {
      Stage encode = course.enter(Stage.DECODE);
      assertEquals(Stage.ENCODE, encode);
      course.enter(encode);
    }
    course.enter(null);
    long stages = course.nanos(Stage.ENCODE) + course.nanos(Stage.DECODE);
    assertTrue(course.nanos(Stage.DECODE) > 0 && course.nanos(Stage.ENCODE) > 0);
    assertTrue(stages <= course.age());
  }

  @Test
  void whatIsInNoStageIsNotNoted() throws InterruptedException {
    Course course = Course.begin();
    course.enter(null);
    Thread.sleep(5);
    course.enter(Stage.SEND);
    for (Stage stage : Stage.values()) {
      assertEquals(0, course.nanos(stage), stage.word());
    }
    assertTrue(course.age() >= 5_000_000);
  }

  @Test
  void whatTurnsOutToBeAnotherStageHasBeenThatAllTheTime() throws InterruptedException {
    Course course = Course.begin();
    course.enter(Stage.DECODE);
    Thread.sleep(5);
    course.turnedOut(Stage.COPY);
    course.enter(null);
    assertTrue(course.nanos(Stage.COPY) >= 5_000_000);
    assertEquals(0, course.nanos(Stage.DECODE));
  }

  @Test
  void timesOfFellowsAreAdded() throws InterruptedException {
    Course course = Course.begin();
    Course fellow = course.fellow();
    fellow.enter(Stage.ENCODE);
    Thread.sleep(5);
    fellow.enter(null);
    course.add(fellow);
    course.add(fellow);
    assertEquals(2 * fellow.nanos(Stage.ENCODE), course.nanos(Stage.ENCODE));
  }

  @Test
  void nothingIsNotedOfNone() {
    Course.NONE.enter(Stage.DECODE);
    Course.NONE.by(Way.COPY);
    Course.NONE.enter(null);
    assertEquals(0, Course.NONE.nanos(Stage.DECODE));
    assertNull(Course.NONE.way());
    assertEquals(Course.NONE, Course.NONE.fellow());
  }
}

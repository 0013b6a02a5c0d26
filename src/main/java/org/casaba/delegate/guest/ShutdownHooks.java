package org.casaba.delegate.guest;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JVM's hooks that the script engine has registered. They close engines that are closed anyway,
 * and each would hold a web application's classes until the JVM ends.
 */
final class ShutdownHooks {
  private static final Logger LOG = LoggerFactory.getLogger(ShutdownHooks.class);

  private static final String ENGINE = "(com\\.oracle\\.truffle|org\\.graalvm)\\..*";

  private ShutdownHooks() {}

  /** Removes the engine's hooks whose code that loader has loaded, if the JVM lets us see them. */
  static void removeOwn(ClassLoader loader) {
    try {
      Class<?> hooks = Class.forName("java.lang.ApplicationShutdownHooks");
      Field field = hooks.getDeclaredField("hooks");
      field.setAccessible(true);
      synchronized (hooks) {
        if (field.get(null) instanceof Map<?, ?> threads) {
          List<Thread> own =
              threads.keySet().stream()
                  .map(Thread.class::cast)
                  .filter(hook -> isOwn(hook.getClass(), loader) || isOwn(task(hook), loader))
                  .toList();
          own.forEach(Runtime.getRuntime()::removeShutdownHook);
        }
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.debug("Hooks of the script engine stay; --add-opens java.base/java.lang lets them go", e);
    }
  }

  private static boolean isOwn(Class<?> code, ClassLoader loader) {
    return loader.equals(code.getClassLoader()) && code.getName().matches(ENGINE);
  }

  /** What a thread is going to run, which only its class tells if it is a subclass. */
  private static Class<?> task(Thread hook) {
    try {
      Field holder = Thread.class.getDeclaredField("holder");
      holder.setAccessible(true);
      Field task = holder.getType().getDeclaredField("task");
      task.setAccessible(true);
      Object runnable = task.get(holder.get(hook));
      return runnable == null ? hook.getClass() : runnable.getClass();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JVM keeps its threads' tasks elsewhere", e);
    }
  }
}

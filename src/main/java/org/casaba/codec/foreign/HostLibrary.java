package org.casaba.codec.foreign;

import java.io.Closeable;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * A library that has been loaded from the host. It stays loaded until it is closed and the calls
 * that are going on have returned; from then on none are made. Thread-safe.
 */
public final class HostLibrary implements Closeable {
  /** Heap arrays up to this length may be lent to a call: nothing is collected in the meantime. */
  public static final int LARGEST_LENT = 1 << 20;

  /** For functions that are lent heap arrays. */
  public static final Linker.Option LENT = Linker.Option.critical(true);

  private final String name;
  private final Arena arena;
  private final SymbolLookup symbols;
  private final Linker linker = Linker.nativeLinker();
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private volatile boolean closed;

  @SuppressWarnings("restricted")
  private HostLibrary(String name, Arena arena) {
    this.name = name;
    this.arena = arena;
    this.symbols = SymbolLookup.libraryLookup(name, arena);
  }

  /**
   * Loads the first of these libraries that there is and that has what is needed.
   *
   * @param names of files, or paths
   * @param made what is made of it; throws NoSuchElementException if the library lacks a function
   */
  public static <T> Optional<T> find(List<String> names, Function<HostLibrary, T> made) {
    return names.stream().map(name -> load(name, made)).flatMap(Optional::stream).findFirst();
  }

  private static <T> Optional<T> load(String name, Function<HostLibrary, T> made) {
    Arena arena = Arena.ofShared();
    try {
      return Optional.of(made.apply(new HostLibrary(name, arena)));
    } catch (IllegalArgumentException
        | NoSuchElementException
        | IllegalCallerException
        | UnsupportedOperationException e) {
      arena.close();
      return Optional.empty();
    }
  }

  /** The name that it was found by. */
  public String name() {
    return name;
  }

  /** Whether it has a function of that name. */
  public boolean has(String function) {
    return symbols.find(function).isPresent();
  }

  /**
   * A function of the library.
   *
   * @param type with {@code int}, {@code long} for {@code unsigned long} and {@code size_t} however
   *     wide they are on the host, and {@link MemorySegment} for pointers
   * @throws NoSuchElementException if it is missing
   */
  @SuppressWarnings("restricted")
  public MethodHandle function(String function, MethodType type, Linker.Option... options) {
    MemoryLayout[] parameters =
        type.parameterList().stream().map(this::layout).toArray(MemoryLayout[]::new);
    FunctionDescriptor descriptor =
        type.returnType() == void.class
            ? FunctionDescriptor.ofVoid(parameters)
            : FunctionDescriptor.of(layout(type.returnType()), parameters);
    MethodHandle handle = linker.downcallHandle(symbols.findOrThrow(function), descriptor, options);
    return MethodHandles.explicitCastArguments(handle, type);
  }

  private MemoryLayout layout(Class<?> type) {
    String name = type == int.class ? "int" : type == long.class ? "long" : "void*";
    return Objects.requireNonNull(linker.canonicalLayouts().get(name));
  }

  /** What a function threw; none declares any exception. */
  public static AssertionError unexpected(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException wrong) {
      throw wrong;
    }
    return new AssertionError(failure);
  }

  /** Whether calls are still made. */
  public boolean isOpen() {
    return !closed;
  }

  /** Some calls of functions, in between which the library is not unloaded. */
  @FunctionalInterface
  public interface Calls<T, E extends Exception> {
    Optional<T> make() throws E;
  }

  /** Makes calls, or answers nothing if the library is closed. */
  public <T, E extends Exception> Optional<T> during(Calls<T, E> calls) throws E {
    lock.readLock().lock();
    try {
      return closed ? Optional.empty() : calls.make();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Unloads the library after the calls that are going on. */
  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        arena.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}

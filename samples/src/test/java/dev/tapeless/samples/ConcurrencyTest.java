package dev.tapeless.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generated classes have no state: many threads that differentiate at once, each at a point of its
 * own, get what one thread alone gets, to the last bit.
 */
class ConcurrencyTest {

  private static final int THREADS = 8;
  private static final int REPETITIONS = 200;
  private static final int SIZE = 3;

  /** Packages whose methods need arguments that fit together. */
  private static final List<String> PARTICULAR = List.of(".workloads.", ".gradbench.");

  /** The gradients and Jacobians of all samples that accept any arguments. */
  static List<Method> gradients() throws IOException, ClassNotFoundException {
    Path classes = Path.of("target", "classes").toAbsolutePath();
    List<Method> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(f -> f.toString().endsWith("Adjoint.class")).toList()) {
        String path = classes.relativize(file).toString().replaceAll("[/\\\\]", ".");
        if (PARTICULAR.stream().anyMatch(path::contains)) {
          continue;
        }
        Class<?> generated = Class.forName(path.substring(0, path.length() - ".class".length()));
        Arrays.stream(generated.getDeclaredMethods())
            .filter(m -> m.getName().matches(".*(Gradient|Jacobian)"))
            .filter(m -> !Modifier.isPrivate(m.getModifiers()))
            .forEach(found::add);
      }
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("gradients")
  void eightThreadsGetWhatOneGets(Method gradient) throws Exception {
    gradient.setAccessible(true);
    List<List<Long>> alone = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      alone.add(bits(gradient.invoke(null, arguments(gradient, thread))));
    }
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier start = new CyclicBarrier(THREADS);
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int number = thread;
        tasks.add(
            () -> {
              start.await();
              for (int i = 0; i < REPETITIONS; i++) {
                Object result = gradient.invoke(null, arguments(gradient, number));
                assertThat(bits(result)).isEqualTo(alone.get(number));
              }
              return null;
            });
      }
      for (Future<Void> task : pool.invokeAll(tasks)) {
        task.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(alone.get(0)).isNotEmpty();
  }

  private static Object[] arguments(Method method, int seed) {
    Random random = new Random(seed);
    return Arrays.stream(method.getParameterTypes()).map(t -> some(t, random)).toArray();
  }

  private static Object some(Class<?> type, Random random) {
    if (type == double.class) {
      return 0.2 + random.nextDouble();
    }
    if (type == int.class) {
      return random.nextInt(2);
    }
    Object array = Array.newInstance(type.getComponentType(), SIZE);
    for (int i = 0; i < SIZE; i++) {
      Array.set(array, i, some(type.getComponentType(), random));
    }
    return array;
  }

  /** The numbers in a result, as their bits. */
  private static List<Long> bits(Object value) throws ReflectiveOperationException {
    if (value instanceof Number number) {
      return List.of(Double.doubleToRawLongBits(number.doubleValue()));
    }
    List<Long> all = new ArrayList<>();
    if (value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        all.addAll(bits(Array.get(value, i)));
      }
    } else {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        all.addAll(bits(accessor.invoke(value)));
      }
    }
    return all;
  }
}

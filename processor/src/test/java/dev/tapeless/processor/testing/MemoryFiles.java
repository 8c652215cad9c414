package dev.tapeless.processor.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Keeps what a compilation writes in memory. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {

  private final Map<String, byte[]> written = new TreeMap<>();

  MemoryFiles(StandardJavaFileManager platform) {
    super(platform);
  }

  /** All files by path; class files, sources and resources share one tree. */
  Map<String, byte[]> written() {
    return written;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    return new Output(className.replace('.', '/') + kind.extension, kind);
  }

  @Override
  public FileObject getFileForOutput(
      Location location, String packageName, String relativeName, FileObject sibling) {
    return new Output(path(packageName, relativeName), JavaFileObject.Kind.OTHER);
  }

  @Override
  public FileObject getFileForInput(Location location, String packageName, String relativeName)
      throws IOException {
    String path = path(packageName, relativeName);
    return location.isOutputLocation() && written.containsKey(path)
        ? new Output(path, JavaFileObject.Kind.OTHER)
        : super.getFileForInput(location, packageName, relativeName);
  }

  @Override
  public boolean hasLocation(Location location) {
    return location.isOutputLocation() || super.hasLocation(location);
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return a.toUri().equals(b.toUri());
  }

  private static String path(String packageName, String relativeName) {
    return packageName.isEmpty()
        ? relativeName
        : packageName.replace('.', '/') + "/" + relativeName;
  }

  /** A file that the compilation writes, and may read again. */
  private final class Output extends SimpleJavaFileObject {

    private final String path;

    Output(String path, Kind kind) {
      super(URI.create("memory:///" + path), kind);
      this.path = path;
    }

    @Override
    public OutputStream openOutputStream() {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      return new FilterOutputStream(bytes) {
        @Override
        public void close() throws IOException {
          super.close();
          written.put(path, bytes.toByteArray());
        }
      };
    }

    @Override
    public InputStream openInputStream() throws IOException {
      byte[] bytes = written.get(path);
      if (bytes == null) {
        throw new NoSuchFileException(path);
      }
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
      return new String(openInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

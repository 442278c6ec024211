package org.telvirt.architecture.shape;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.telvirt.architecture.Repository;

/**
 * A Java file as the compiler's parser sees it.
 *
 * @param name for messages
 * @param packageName empty for the unnamed package
 * @param types the simple names of all types, nested ones too
 * @param topLevelTypes how many of them stand by themselves
 */
public record SourceFile(
        String name, String packageName, String text, List<String> types, int topLevelTypes, List<Method> methods) {

    /**
     * A method, constructor or compact constructor.
     *
     * @param lines from its first annotation to its closing brace
     */
    public record Method(String name, long firstLine, long lines) {}

    public SourceFile {
        types = List.copyOf(types);
        methods = List.copyOf(methods);
    }

    /** Reads a file; its name in messages is the path below the root. */
    public static SourceFile read(Path root, Path file) {
        return parse(root.relativize(file).toString(), Repository.read(file));
    }

    static SourceFile parse(String name, String text) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        // an empty diagnostic listener: what does not compile is the compiler's business, not ours
        JavacTask task = (JavacTask)
                compiler.getTask(null, null, diagnostic -> {}, List.of("-proc:none"), null, List.of(source));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            Collector collector = new Collector(unit, Trees.instance(task).getSourcePositions());
            collector.scan(unit, null);
            String packageName =
                    unit.getPackageName() == null ? "" : unit.getPackageName().toString();
            int topLevelTypes = (int) unit.getTypeDecls().stream()
                    .filter(ClassTree.class::isInstance)
                    .count();
            return new SourceFile(name, packageName, text, collector.types, topLevelTypes, collector.methods);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Collector extends TreeScanner<Void, Void> {
        private final List<String> types = new ArrayList<>();
        private final List<Method> methods = new ArrayList<>();
        private final CompilationUnitTree unit;
        private final SourcePositions positions;

        private Collector(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            if (!type.getSimpleName().isEmpty()) {
                types.add(type.getSimpleName().toString());
            }
            return super.visitClass(type, null);
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            long first = line(positions.getStartPosition(unit, method));
            long last = line(positions.getEndPosition(unit, method));
            methods.add(new Method(method.getName().toString(), first, last - first + 1));
            return super.visitMethod(method, null);
        }

        private long line(long position) {
            // the parser gives no position to what is not written down, such as the constructor of a record
            return position < 0 ? 0 : unit.getLineMap().getLineNumber(position);
        }
    }

    boolean isPackageInfo() {
        return name.endsWith("package-info.java");
    }
}

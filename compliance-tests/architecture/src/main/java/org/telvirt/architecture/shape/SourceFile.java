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
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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

    /** Reads files; their names in messages are the paths below the root. */
    public static List<SourceFile> read(Path root, List<Path> files) {
        return parse(files.stream()
                .map(file -> new Text(root.relativize(file).toString(), Repository.read(file)))
                .toList());
    }

    static SourceFile parse(String name, String text) {
        return parse(List.of(new Text(name, text))).get(0);
    }

    private static List<SourceFile> parse(List<Text> texts) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        // an empty diagnostic listener: what does not compile is the compiler's business, not ours
        JavacTask task = (JavacTask) compiler.getTask(null, null, diagnostic -> {}, List.of("-proc:none"), null, texts);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        // the compiler hands its files back in wrappers of its own, so they are known by their URIs
        Map<URI, Text> byUri = texts.stream().collect(Collectors.toMap(Text::toUri, text -> text));
        List<SourceFile> files = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                Text text =
                        Objects.requireNonNull(byUri.get(unit.getSourceFile().toUri()));
                files.add(of(text, unit, positions));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static SourceFile of(Text text, CompilationUnitTree unit, SourcePositions positions) {
        Collector collector = new Collector(unit, positions);
        collector.scan(unit, null);
        String packageName =
                unit.getPackageName() == null ? "" : unit.getPackageName().toString();
        int topLevelTypes = (int)
                unit.getTypeDecls().stream().filter(ClassTree.class::isInstance).count();
        return new SourceFile(text.name, packageName, text.content, collector.types, topLevelTypes, collector.methods);
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String name;
        private final String content;

        private Text(String name, String content) {
            super(Path.of(name).toUri(), JavaFileObject.Kind.SOURCE);
            this.name = name;
            this.content = content;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
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

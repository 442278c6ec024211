package org.telvirt.mof;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.mof.repository.ClassRepository;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.MofSource;
import org.telvirt.mof.source.Place;
import org.telvirt.mof.source.SourceText;
import org.telvirt.mof.syntax.DeclaredClass;
import org.telvirt.mof.syntax.DeclaredInstance;
import org.telvirt.mof.syntax.MofParser;
import org.telvirt.mof.syntax.MofTarget;
import org.telvirt.mof.syntax.NameTable;

/** Compiles MOF files into classes, qualifiers and instances (DSP0004). One for one compilation. */
public final class MofCompiler {
    // whoever mends a file wants to know of more than one, but not of all that follow from one
    private static final int MOST_PROBLEMS = 20;

    private final Map<CimNamespace, NamespaceCompilation> namespaces = new TreeMap<>();
    private final List<NamespaceCompilation> order = new ArrayList<>();
    private final NameTable names = new NameTable();
    private final Deque<String> including = new ArrayDeque<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<MofException> problems = new ArrayList<>();
    private final CompiledInstances instances = new CompiledInstances();
    private final ClassRepository base;
    private NamespaceCompilation current;

    /** Begins with nothing; what no pragma puts elsewhere goes into this namespace. */
    public MofCompiler(CimNamespace namespace) {
        this(ClassRepository.of(Map.of()), namespace);
    }

    /** Begins with the classes there are. */
    public MofCompiler(ClassRepository base, CimNamespace namespace) {
        this.base = base;
        this.current = namespaceNamed(namespace);
    }

    /**
     * Compiles files into one schema without regard to namespaces.
     *
     * @param paths in this order, within the source
     * @throws MofException if one cannot be read or is wrong
     */
    public static NamespaceSchema schema(MofSource source, String... paths) throws MofException {
        CimNamespace namespace = CimNamespace.of("root");
        MofCompiler compiler = new MofCompiler(namespace);
        for (String path : paths) {
            compiler.compile(source, path);
        }
        NamespaceSchema schema = compiler.finish().classes().namespace(namespace);
        return schema == null ? NamespaceSchema.EMPTY : schema;
    }

    /**
     * Compiles a file and all that it includes. What is read is checked and to be had only after {@link #finish}.
     *
     * @throws MofException if it cannot be read or is wrong, with up to 20 problems
     */
    public void compile(MofSource source, String path) throws MofException {
        SourceText text = read(source, path);
        if (text == null) {
            throw new MofException(path, "There is no such file", null);
        }
        parse(source, path, text);
        throwProblems();
    }

    private void throwProblems() throws MofException {
        if (!problems.isEmpty()) {
            throw MofException.of(problems);
        }
    }

    private void problem(MofException problem) throws MofException {
        problems.add(problem);
        if (problems.size() >= MOST_PROBLEMS) {
            throw MofException.of(problems);
        }
    }

    private static @Nullable SourceText read(MofSource source, String path) throws MofException {
        try {
            byte[] bytes = source.read(path);
            return bytes == null ? null : SourceText.decode(path, bytes);
        } catch (IOException e) {
            throw new MofException(path, "The file cannot be read: " + e.getMessage(), e);
        }
    }

    private void parse(MofSource source, String path, SourceText text) throws MofException {
        including.addLast(path);
        new MofParser(text, names, new Target(source, path)).parse();
        including.removeLast();
    }

    /**
     * Ends the compilation.
     *
     * @return the classes of the base and those compiled, and the instances compiled
     * @throws MofException if classes break rules, with up to 20 problems, or an instance uses an alias or a class that
     *     does not exist
     */
    public CompiledMof finish() throws MofException {
        Map<CimNamespace, NamespaceSchema> schemas = new TreeMap<>();
        for (CimNamespace namespace : base.namespaces()) {
            NamespaceSchema schema = base.namespace(namespace);
            if (schema != null) {
                schemas.put(namespace, schema);
            }
        }
        for (NamespaceCompilation compilation : order) {
            NamespaceSchema schema = compilation.finish(this::problem);
            if (schema != null) {
                schemas.put(compilation.namespace(), schema);
            }
        }
        List<CimInstance> resolved = instances.resolved(this::problem);
        throwProblems();
        return new CompiledMof(ClassRepository.of(schemas), resolved, warnings);
    }

    private NamespaceCompilation namespaceNamed(CimNamespace namespace) {
        NamespaceCompilation known = namespaces.get(namespace);
        if (known != null) {
            return known;
        }
        NamespaceSchema schema = base.namespace(namespace);
        NamespaceCompilation compilation =
                new NamespaceCompilation(namespace, schema == null ? NamespaceSchema.EMPTY : schema);
        namespaces.put(namespace, compilation);
        order.add(compilation);
        return compilation;
    }

    /** Takes what the parser reads in one file. */
    private final class Target implements MofTarget {
        private final MofSource source;
        private final String path;

        private Target(MofSource source, String path) {
            this.source = source;
            this.path = path;
        }

        @Override
        public void problem(MofException problem) throws MofException {
            if (!problem.others().isEmpty()) {
                // an included file already has too many
                throw problem;
            }
            MofCompiler.this.problem(problem);
        }

        @Override
        public @Nullable CimQualifierDeclaration qualifier(CimName name) {
            return current.qualifier(name);
        }

        @Override
        public @Nullable CimClass classOf(CimName name) throws MofException {
            return current.classOf(name);
        }

        @Override
        public void declare(CimQualifierDeclaration declaration, Place place) throws MofException {
            current.declare(declaration, place);
        }

        @Override
        public void declare(DeclaredClass declared) throws MofException {
            current.declare(declared);
        }

        @Override
        public void create(DeclaredInstance declared) throws MofException {
            CimClass definition = current.classOf(declared.instance().className());
            if (definition == null || definition.isAbstract()) {
                throw declared.place()
                        .error("Class '" + declared.instance().className() + "' is abstract and has no instances");
            }
            instances.add(declared, definition, current.namespace());
        }

        @Override
        public void pragma(CimName name, String value, Place place) throws MofException {
            if (name.is("include")) {
                include(value, place);
            } else if (name.is("namespace")) {
                current = namespaceNamed(namespace(value, place));
            } else if (!name.is("locale") && !name.is("instancelocale")) {
                warnings.add(place.error("").location() + ": The compiler directive '" + name + "' is ignored");
            }
        }

        private void include(String file, Place place) throws MofException {
            // relative to the including file, or else to the root of the source
            String beside = IncludePath.of(path, file);
            String included = beside;
            SourceText text = beside == null ? null : read(source, beside);
            if (text == null) {
                included = IncludePath.of("", file);
                text = included == null || included.equals(beside) ? null : read(source, included);
            }
            if (included == null || text == null) {
                throw place.error("There is no file '" + file + "' to include");
            }
            if (including.contains(included)) {
                throw place.error("The file '" + file + "' includes itself: " + String.join(" > ", including));
            }
            parse(source, included, text);
        }
    }

    // //host/root/virt and http://host/root/virt name a namespace too; the host does not matter here
    private static CimNamespace namespace(String value, Place place) throws MofException {
        int slashes = value.indexOf("//");
        int start = slashes < 0 ? 0 : value.indexOf('/', slashes + 2);
        try {
            return CimNamespace.of(start < 0 ? "" : value.substring(start));
        } catch (IllegalArgumentException e) {
            throw place.error("'" + value + "' is not a namespace");
        }
    }
}

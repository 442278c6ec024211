package org.telvirt.server.schema;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimService;
import org.telvirt.cim.operation.CreateClass;
import org.telvirt.cim.operation.CreateInstance;
import org.telvirt.cim.operation.ModifyClass;
import org.telvirt.cim.operation.SetQualifier;
import org.telvirt.mof.CompiledMof;
import org.telvirt.mof.MofCompiler;
import org.telvirt.mof.repository.ClassRepository;
import org.telvirt.mof.repository.ClassRuleException;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.MofSource;
import org.telvirt.server.exit.ExitCode;
import org.telvirt.server.exit.StartException;

/**
 * Brings what MOF files say into a running server. What is there and the same is left alone, so an import that broke off
 * can be done again.
 */
public final class SchemaImport {
    private static final int SHOWN = 20;
    private static final CallContext CONTEXT = CallContext.internal("schema import");

    private final CimService server;
    private final boolean replace;
    private final PrintStream out;
    private final boolean terminal;
    private final List<String> failures = new ArrayList<>();
    private int created;
    private int modified;
    private int same;
    private int different;

    /**
     * @param replace whether to modify what is there and different
     * @param terminal whether a line of the output can be written over
     */
    public SchemaImport(CimService server, boolean replace, PrintStream out, boolean terminal) {
        this.server = server;
        this.replace = replace;
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * Imports an archive, a folder or a file.
     *
     * @param namespace for what no pragma puts elsewhere
     * @return DATA: something could not be brought in
     * @throws StartException DATA: the files are wrong; FAILED: the server refuses
     */
    public ExitCode run(Path path, CimNamespace namespace) throws StartException {
        try (MofFiles files = MofFiles.open(path)) {
            ServerSchema there = ServerSchema.read(server, namespace, CONTEXT);
            CompiledMof mof = compile(files, namespace, there);
            mof.warnings().forEach(out::println);
            for (CimNamespace one : mof.classes().namespaces()) {
                NamespaceSchema schema = mof.classes().namespace(one);
                if (schema != null) {
                    bring(one, schema);
                }
            }
            bring(mof.instances());
        } catch (IOException e) {
            throw new StartException(ExitCode.DATA, "Cannot read " + path + ": " + e.getMessage(), e);
        } catch (CimException e) {
            throw new StartException(ExitCode.FAILED, "The server refuses: " + message(e), e);
        }
        return summary();
    }

    /** Files that do not say all that they use are read again on top of what the server has. */
    private static CompiledMof compile(MofFiles files, CimNamespace namespace, @Nullable ServerSchema there)
            throws StartException {
        try {
            return compile(files, new MofCompiler(namespace));
        } catch (MofException alone) {
            try {
                NamespaceSchema base = there == null ? standardQualifiers() : there.compiled();
                return compile(files, new MofCompiler(ClassRepository.of(Map.of(namespace, base)), namespace));
            } catch (MofException | ClassRuleException e) {
                throw new StartException(ExitCode.DATA, String.valueOf(e.getMessage()), e);
            }
        }
    }

    /** What a new namespace begins with. */
    private static NamespaceSchema standardQualifiers() throws MofException {
        try (MofSource source = MofSource.classPath(SchemaImport.class.getClassLoader(), "org/telvirt/schema/cim")) {
            return MofCompiler.schema(source, "qualifiers.mof");
        } catch (IOException e) {
            throw new IllegalStateException("The schema in this build is damaged: " + e.getMessage(), e);
        }
    }

    private static CompiledMof compile(MofFiles files, MofCompiler compiler) throws MofException {
        for (String file : files.main()) {
            compiler.compile(files.source(), file);
        }
        return compiler.finish();
    }

    private void bring(CimNamespace namespace, NamespaceSchema schema) throws CimException {
        ServerSchema there = ServerSchema.read(server, namespace, CONTEXT);
        if (there == null) {
            ServerSchema.create(server, namespace, CONTEXT);
            out.println("The namespace " + namespace + " is new");
            there = Objects.requireNonNull(ServerSchema.read(server, namespace, CONTEXT), "it was made just now");
        }
        List<CimQualifierDeclaration> qualifiers = List.copyOf(schema.qualifiers());
        // an association names other classes, which had better be there
        List<CimClass> classes = schema.classes().stream()
                .sorted(Comparator.comparing(CimClass::isAssociation))
                .toList();
        if (qualifiers.isEmpty() && classes.isEmpty()) {
            return;
        }
        Progress progress = new Progress(out, terminal, "in " + namespace, qualifiers.size() + classes.size());
        for (CimQualifierDeclaration declaration : qualifiers) {
            bring(namespace, declaration, there.qualifier(declaration.name()));
            progress.step();
        }
        bring(namespace, classes, there, progress);
    }

    /** Classes refer to each other in every order, so those that failed are tried again while others succeed. */
    private void bring(CimNamespace namespace, List<CimClass> classes, ServerSchema there, Progress progress) {
        List<CimClass> waiting = classes;
        Map<CimClass, String> refused = new LinkedHashMap<>();
        while (!waiting.isEmpty()) {
            refused.clear();
            for (CimClass one : waiting) {
                String refusal = bring(namespace, one, there.find(one.name()));
                if (refusal == null) {
                    progress.step();
                } else {
                    refused.put(one, refusal);
                }
            }
            if (refused.size() == waiting.size()) {
                break;
            }
            waiting = List.copyOf(refused.keySet());
        }
        failures.addAll(refused.values());
    }

    private void bring(
            CimNamespace namespace, CimQualifierDeclaration wanted, @Nullable CimQualifierDeclaration found) {
        if (wanted.equals(found)) {
            same++;
        } else if (found != null && !replace) {
            different++;
        } else {
            String refusal = send("Qualifier " + wanted.name(), new SetQualifier(namespace, wanted));
            if (refusal == null) {
                count(found == null);
            } else {
                failures.add(refusal);
            }
        }
    }

    /** Null: all is well. */
    private @Nullable String bring(CimNamespace namespace, CimClass wanted, @Nullable CimClass found) {
        CimClass own = LocalClass.of(wanted);
        if (found != null && LocalClass.isSame(own, found)) {
            same++;
            return null;
        }
        if (found != null && !replace) {
            different++;
            return null;
        }
        String refusal = send(
                "Class " + own.name(),
                found == null ? new CreateClass(namespace, own) : new ModifyClass(namespace, own));
        if (refusal == null) {
            count(found == null);
        }
        return refusal;
    }

    private void count(boolean isNew) {
        if (isNew) {
            created++;
        } else {
            modified++;
        }
    }

    private void bring(List<CimInstance> instances) {
        if (instances.isEmpty()) {
            return;
        }
        Progress progress = new Progress(out, terminal, "instances", instances.size());
        for (CimInstance instance : instances) {
            CimNamespace namespace =
                    instance.path() == null ? null : instance.path().namespace();
            if (namespace != null) {
                bring(namespace, instance);
            }
            progress.step();
        }
    }

    private void bring(CimNamespace namespace, CimInstance instance) {
        try {
            var unused = server.execute(new CreateInstance(namespace, instance.at(null)), CONTEXT);
            created++;
        } catch (CimException e) {
            if (e.status() == CimStatus.ALREADY_EXISTS) {
                same++;
            } else {
                failures.add("Instance " + instance.path() + ": " + message(e));
            }
        }
    }

    /** Why the server did not do it; null: it did. */
    private @Nullable String send(String what, CimOperation<?> operation) {
        try {
            var unused = server.execute(operation, CONTEXT);
            return null;
        } catch (CimException e) {
            return what + ": " + message(e);
        }
    }

    private static String message(CimException e) {
        return e.status() + ": " + e.getMessage();
    }

    private ExitCode summary() {
        failures.stream().limit(SHOWN).forEach(out::println);
        if (failures.size() > SHOWN) {
            out.println("and " + (failures.size() - SHOWN) + " more failures");
        }
        out.println(created + " created, " + modified + " modified, " + same + " there already, " + different
                + " different" + (different > 0 ? " and left as they are (--replace modifies them), " : ", ")
                + failures.size() + " failed");
        return failures.isEmpty() ? ExitCode.STOPPED : ExitCode.DATA;
    }
}

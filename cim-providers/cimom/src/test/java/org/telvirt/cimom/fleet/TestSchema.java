package org.telvirt.cimom.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.telvirt.cim.CimNamespace;
import org.telvirt.mof.MofCompiler;
import org.telvirt.mof.repository.ClassRepository;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.MofSource;

/** The classes that Telvirt serves, and some that only tests need. */
public final class TestSchema {
    private static final String GAUGES = """
            class Test_Gauge {
                [Key] uint32 Number;
                [Key] boolean Even;
                [Key] datetime Since;
                string Label = "none";
                sint8 Level;
                real32 Ratio;
                char16 Mark;
                string Notes[];
                [EmbeddedObject] string Anything;
                [EmbeddedInstance("Test_Gauge")] string Inner;
                uint32 Reset([Required] boolean Hard, uint16 Steps[], [In(false), Out] string Was, \
                    [In, Out] sint64 Balance, [In(false), Out] Test_Gauge REF Next[]);
                [Static] uint64 Count();
                uint32 Calibrate([EmbeddedInstance("CIM_SettingData")] string Setting);
                uint32 Compare(Test_Gauge REF Others[], [EmbeddedInstance("Test_Gauge")] string Ideals[]);
            };
            class Test_FineGauge : Test_Gauge {
                real64 Precision;
            };
            [Association] class Test_NextGauge {
                [Key] Test_Gauge REF Earlier;
                [Key] Test_Gauge REF Later;
            };
            class Test_Single { [Key] uint16 Id; };
            [Abstract] class Test_Thing { [Key] string Id; };
            class Test_Box : Test_Thing {
                [Required] string Label = "none";
                uint32 Size = 7;
                boolean Open;
                string Notes[];
                real64 Weight;
                datetime Made;
                string Password;
                [EmbeddedInstance("Test_Single")] string Lock;
            };
            class Test_Crate : Test_Box { uint16 Corners = 8; };
            [Association] class Test_Inside {
                [Key] Test_Thing REF Outer;
                [Key] Test_Thing REF Inner;
                string Note;
            };
            [Association] class Test_Keeps {
                [Key] CIM_ManagedElement REF Keeper;
                [Key] Test_Thing REF Kept;
            };
            [Indication] class Test_Alarm { string Text; };
            """;

    private static final NamespaceSchema CLASSES = load();

    private TestSchema() {}

    public static NamespaceSchema classes() {
        return CLASSES;
    }

    private static NamespaceSchema load() {
        CimNamespace namespace = CimNamespace.of("root/test");
        try (MofSource files = MofSource.classPath(TestSchema.class.getClassLoader(), "org/telvirt/schema")) {
            NamespaceSchema telvirt = MofCompiler.schema(files, "cim/cim.mof", "telvirt/telvirt.mof");
            MofCompiler compiler = new MofCompiler(ClassRepository.of(telvirt, namespace), namespace);
            compiler.compile(MofSource.text("gauges.mof", GAUGES), "gauges.mof");
            NamespaceSchema all = compiler.finish().classes().namespace(namespace);
            if (all == null) {
                throw new IllegalStateException("no classes");
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MofException e) {
            throw new IllegalStateException(e);
        }
    }
}

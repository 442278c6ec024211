package org.telvirt.benchmarks;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimDateTime;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimProperty;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.cimxml.codec.InstanceReader;
import org.telvirt.cimxml.codec.InstanceWriter;
import org.telvirt.cimxml.codec.PathWriter;
import org.telvirt.cimxml.codec.TagCache;
import org.telvirt.cimxml.xml.WireException;
import org.telvirt.cimxml.xml.XmlInput;
import org.telvirt.cimxml.xml.XmlLimits;
import org.telvirt.cimxml.xml.XmlOutput;
import org.telvirt.cimxml.xml.XmlSource;

/**
 * How many bytes of CIM-XML a second are written and read: lists of named instances of thirty properties, three kilobytes
 * each. The counter {@code megabytes} is the result.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC") // as the launcher starts the server
public class CimXmlBenchmark {
    private static final int INSTANCES = 2_000;
    private static final int PROPERTIES = 30;
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final CimName CLASS = CimName.of("TST_Bench");
    private static final byte[] START = XmlOutput.ascii("<VALUE.NAMEDINSTANCE>");
    private static final byte[] END = XmlOutput.ascii("</VALUE.NAMEDINSTANCE>");

    /** What went through; JMH divides by the time and begins anew with each iteration. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Volume {
        /** Millions of bytes. */
        public double megabytes;
    }

    private final List<CimInstance> instances = new ArrayList<>();
    private final TagCache tags = new TagCache();
    private final XmlSource source = new XmlSource(XmlLimits.DEFAULT);
    private byte[] document = {};

    /** Makes the instances and a document of them. */
    @Setup
    public void make() {
        List<CimName> names = new ArrayList<>();
        for (int i = 0; i < PROPERTIES; i++) {
            names.add(CimName.of("SomePropertyName" + i));
        }
        for (int i = 0; i < INSTANCES; i++) {
            instances.add(instance(i, names));
        }
        XmlOutput out = new XmlOutput();
        out.raw(XmlOutput.ascii("<IRETURNVALUE>"));
        instances.forEach(instance -> write(out, instance));
        out.raw(XmlOutput.ascii("</IRETURNVALUE>"));
        document = out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static CimInstance instance(int number, List<CimName> names) {
        List<CimProperty> properties = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            properties.add(property(number, i, names.get(i)));
        }
        String id = "bench:" + number;
        return new CimInstance(CLASS, properties, CimInstancePath.of(CLASS, CimName.of("InstanceID"), id));
    }

    private static CimProperty property(int number, int index, CimName name) {
        CimValue value = switch (index % 6) {
            case 0 -> CimValues.text("value " + number + " of some text of moderate length");
            case 1 -> CimValues.uint16(number);
            case 2 -> CimValues.uint64(1_234_567_890_123L + number);
            case 3 -> CimValues.dateTime(new CimDateTime("20240229123456.000000+060"));
            default -> CimValues.uint16s(2, 3, number);
        };
        return index % 6 == 5
                ? new CimProperty(name, CimDataType.of(CimType.STRING), null, null)
                : CimProperty.of(name, value);
    }

    private void write(XmlOutput out, CimInstance instance) {
        CimInstancePath path = instance.path();
        if (path != null) {
            out.raw(START);
            PathWriter.instanceName(out, path);
            InstanceWriter.instance(out, instance, tags);
            out.raw(END);
        }
    }

    /** Writes every instance to a sink that only counts. */
    @Benchmark
    public void write(Volume volume) {
        XmlOutput out = new XmlOutput((buffer, length) -> volume.megabytes += length / 1e6, BUFFER_BYTES);
        instances.forEach(instance -> write(out, instance));
        out.flush();
    }

    /** Reads every instance of the document. */
    @Benchmark
    public int read(Volume volume) throws WireException {
        int properties = 0;
        XmlInput in = source.open(new ByteArrayInputStream(document));
        while (in.nextChild()) {
            properties += InstanceReader.withPath(in).properties().size();
        }
        volume.megabytes += document.length / 1e6;
        return properties;
    }
}

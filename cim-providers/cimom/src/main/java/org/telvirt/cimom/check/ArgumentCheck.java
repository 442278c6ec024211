package org.telvirt.cimom.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimParameter;
import org.telvirt.cim.CimType;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.QualifierNames;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cimom.schema.ElementType;
import org.telvirt.cimom.schema.Schema;

/** Checks the arguments of a method call against its declaration (DSP0200 §5.3.1). Safe for use by many threads. */
public final class ArgumentCheck {
    private final ValueCheck values;

    public ArgumentCheck(ValueCheck values) {
        this.values = values;
    }

    /**
     * The arguments as declared, NULL ones left out.
     *
     * @throws CimException INVALID_PARAMETER: one is unknown, given twice, only an output, of another type or Required
     *     and missing
     */
    public List<CimArgument> typed(CimMethod method, List<CimArgument> given, Schema schema, String serverHost)
            throws CimException {
        Map<CimName, CimArgument> byName = new HashMap<>();
        List<CimArgument> typed = new ArrayList<>(given.size());
        for (CimArgument argument : given) {
            CimParameter parameter = parameter(method, argument.name());
            if (byName.put(parameter.name(), argument) != null) {
                throw CimException.invalidParameter(subject(method, parameter) + " is given twice");
            }
            refuseOtherType(method, parameter, argument);
            CimValue value = argument.value();
            if (value != null) {
                ElementType declared = ElementType.of(parameter, parameter.type());
                refuseGaps(method, parameter, value);
                CimValue checked = values.typed(subject(method, parameter), declared, value, schema, serverHost);
                typed.add(new CimArgument(parameter.name(), declared.type(), checked));
            }
        }
        refuseMissing(method, byName);
        return typed;
    }

    private static String subject(CimMethod method, CimParameter parameter) {
        return "Parameter " + parameter.name() + " of " + method.name();
    }

    private static CimParameter parameter(CimMethod method, CimName name) throws CimException {
        CimParameter parameter = method.parameter(name);
        if (parameter == null) {
            throw CimException.invalidParameter(
                    "Method " + method.name() + " has no parameter '" + name + "'; it takes " + inputs(method));
        }
        if (!parameter.isIn()) {
            throw CimException.invalidParameter(
                    subject(method, parameter) + " is an output and cannot be given; it takes " + inputs(method));
        }
        return parameter;
    }

    private static String inputs(CimMethod method) {
        String names = method.parameters().stream()
                .filter(CimParameter::isIn)
                .map(parameter -> parameter.name().toString())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    private static void refuseOtherType(CimMethod method, CimParameter parameter, CimArgument given)
            throws CimException {
        CimDataType declared = parameter.type();
        CimDataType said = given.type();
        if (said == null) {
            return;
        }
        // CIM-XML has no way to say whether a parameter that is NULL is an array
        boolean isOtherShape = given.value() != null && said.array() != declared.array();
        if (said.type() != declared.type() || isOtherShape) {
            throw CimException.invalidParameter(
                    subject(method, parameter) + " is declared " + declared + "; it is given as " + said);
        }
    }

    /** No method gives a meaning to an object that is not there, and whoever passes over it does less than was asked. */
    private static void refuseGaps(CimMethod method, CimParameter parameter, CimValue value) throws CimException {
        boolean isOfObjects = parameter.type().type() == CimType.REFERENCE
                || ElementType.of(parameter, parameter.type()).type().embeds();
        int gap = value instanceof CimValue.Array array ? array.elements().indexOf(null) : -1;
        if (isOfObjects && gap >= 0) {
            throw CimException.invalidParameter(
                    subject(method, parameter) + "[" + gap + "] is NULL; leave it out, or give an object");
        }
    }

    private static void refuseMissing(CimMethod method, Map<CimName, CimArgument> given) throws CimException {
        for (CimParameter parameter : method.parameters()) {
            CimArgument argument = given.get(parameter.name());
            if (parameter.isIn()
                    && parameter.has(QualifierNames.REQUIRED)
                    && (argument == null || argument.value() == null)) {
                throw CimException.invalidParameter(subject(method, parameter) + " is required; give it a value");
            }
        }
    }
}

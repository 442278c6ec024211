package org.telvirt.cimxml.message;

import java.util.Map;
import org.telvirt.cim.operation.DeleteQualifier;
import org.telvirt.cim.operation.EnumerateQualifiers;
import org.telvirt.cim.operation.GetQualifier;
import org.telvirt.cim.operation.SetQualifier;

/** The operations on declarations of qualifiers (DSP0200 §5.4.2.20 to 23). */
final class QualifierCalls {
    private static final String NAME = "QualifierName";
    private static final String DECLARATION = "QualifierDeclaration";

    private QualifierCalls() {}

    static Map<String, IntrinsicCall> all() {
        return Map.of(
                "GetQualifier",
                IntrinsicCall.of(
                        (namespace, parameters) -> new GetQualifier(namespace, parameters.requiredNameText(NAME)),
                        NAME),
                "SetQualifier",
                IntrinsicCall.of(
                        (namespace, parameters) -> new SetQualifier(namespace, parameters.declaration(DECLARATION)),
                        DECLARATION),
                "DeleteQualifier",
                IntrinsicCall.of(
                        (namespace, parameters) -> new DeleteQualifier(namespace, parameters.requiredNameText(NAME)),
                        NAME),
                "EnumerateQualifiers",
                IntrinsicCall.of((namespace, parameters) -> new EnumerateQualifiers(namespace)));
    }
}

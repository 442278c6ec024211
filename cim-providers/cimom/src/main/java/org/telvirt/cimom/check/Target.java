package org.telvirt.cimom.check;

import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimDataType.Embedding;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimValue;
import org.telvirt.cimom.schema.ElementType;
import org.telvirt.cimom.schema.Schema;

/** What a given value is for. */
record Target(String subject, ElementType declared, Schema schema, String serverHost) {
    CimDataType type() {
        return declared.type();
    }

    Target member(String memberSubject, ElementType memberType) {
        return new Target(memberSubject, memberType, schema, serverHost);
    }

    CimException refuse(CimValue value) {
        return CimException.invalidParameter(subject + " is declared " + wanted() + "; " + Fit.describe(value)
                + " is not" + (type().embeds() ? "; give it in CIM-XML or MOF" : ""));
    }

    private String wanted() {
        String many = type().array() ? "an array of " : "";
        if (type().embedding() == Embedding.INSTANCE) {
            return many + "embedded instance of "
                    + (declared.embeddedClass() == null ? "any class" : declared.embeddedClass());
        }
        return type().embeds() ? many + "embedded object" : type().toString();
    }
}

package org.telvirt.query.condition;

import org.telvirt.cim.CimName;
import org.telvirt.query.ClassTree;
import org.telvirt.query.operand.ClassNameOf;
import org.telvirt.query.operand.Frame;
import org.telvirt.query.operand.Operand;

/** Whether an object, or what a reference points to, is of a class or a subclass; FALSE for NULL (DSP0202). */
public record IsA(Operand object, CimName ancestor, ClassTree tree) implements Condition {
    @Override
    public Truth test(Frame frame) {
        CimName name = ClassNameOf.className(object.value(frame));
        return Truth.of(name != null && (name.equals(ancestor) || tree.isA(name, ancestor)));
    }
}

package org.telvirt.query.result;

import java.util.List;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimPropertyDeclaration;

/** The class that rows of a result have (DSP0200 §5.4.2.24.9). */
public final class ResultClass {
    /** Its name, the same for all queries. */
    public static final CimName NAME = CimName.of("CIM_QueryResult");

    private ResultClass() {}

    /** A class with a property for each column. */
    public static CimClass of(List<Column> columns) {
        List<CimPropertyDeclaration> properties =
                columns.stream().map(Column::declared).toList();
        return new CimClass(NAME, null, List.of(), properties, List.of());
    }
}

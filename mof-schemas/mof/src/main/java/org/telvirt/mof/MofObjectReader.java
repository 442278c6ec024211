package org.telvirt.mof;

import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObject;
import org.telvirt.cim.CimQualifierDeclaration;
import org.telvirt.cim.operation.EmbeddedObjectReader;
import org.telvirt.mof.repository.NamespaceSchema;
import org.telvirt.mof.source.MofException;
import org.telvirt.mof.source.Place;
import org.telvirt.mof.source.SourceText;
import org.telvirt.mof.syntax.DeclaredClass;
import org.telvirt.mof.syntax.DeclaredInstance;
import org.telvirt.mof.syntax.MofParser;
import org.telvirt.mof.syntax.MofTarget;

/**
 * Reads embedded objects written as MOF, such as {@code instance of CIM_X { Name = "a"; };}, which is how the values of
 * parameters with the qualifier EmbeddedInstance are written outside of CIM-XML. Safe for use by many threads.
 *
 * @param schema the classes the instances are of
 */
public record MofObjectReader(NamespaceSchema schema) implements EmbeddedObjectReader {
    private static final String ESCAPED_QUOTE = "\\\"";

    @Override
    public @Nullable CimObject read(String text) throws CimException {
        if (!looksLikeMof(text)) {
            return null;
        }
        try {
            return parse(text.contains(ESCAPED_QUOTE) && isEscaped(text) ? unescape(text) : text);
        } catch (MofException e) {
            throw CimException.invalidParameter(e.getMessage());
        }
    }

    private @Nullable CimObject parse(String text) throws MofException {
        return MofParser.object(SourceText.of("embedded MOF", text), new Known(schema));
    }

    /**
     * Whether the text was escaped once more than it should be: no quote stands outside of an escape. Command lines of
     * clients need such escapes, and some leave them in.
     */
    private static boolean isEscaped(String text) {
        for (int quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', quote + 1)) {
            if (quote == 0 || text.charAt(quote - 1) != '\\') {
                return false;
            }
        }
        return true;
    }

    private static String unescape(String text) {
        return text.replace(ESCAPED_QUOTE, "\"").replace("\\\\", "\\");
    }

    // a comment, a list of qualifiers or one of two words; CIM-XML begins with '<'
    private static boolean looksLikeMof(String text) {
        String start = text.stripLeading();
        return start.startsWith("[")
                || start.startsWith("//")
                || start.startsWith("/*")
                || start.regionMatches(true, 0, "instance", 0, 8)
                || start.regionMatches(true, 0, "class", 0, 5);
    }

    /** The classes and qualifiers there are; nothing can be added. */
    private record Known(NamespaceSchema schema) implements MofTarget {
        @Override
        public @Nullable CimQualifierDeclaration qualifier(CimName name) {
            return schema.qualifier(name);
        }

        @Override
        public @Nullable CimClass classOf(CimName name) {
            return schema.find(name);
        }

        @Override
        public void declare(CimQualifierDeclaration declaration, Place place) throws MofException {
            throw refused(place);
        }

        @Override
        public void declare(DeclaredClass declared) throws MofException {
            throw refused(declared.place());
        }

        @Override
        public void create(DeclaredInstance declared) throws MofException {
            throw refused(declared.place());
        }

        @Override
        public void pragma(CimName name, String value, Place place) throws MofException {
            throw refused(place);
        }

        private static MofException refused(Place place) {
            return place.error("Only an embedded object can be here");
        }
    }
}

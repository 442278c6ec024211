package org.telvirt.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimMethod;
import org.telvirt.cim.CimName;
import org.telvirt.providers.rig.CimSchema;

/** Every CIM name that these providers know, in every class of names, is one of the schema, letter by letter. */
class NamesTest {
    private static final Set<String> KNOWN = known();

    private static Set<String> known() {
        Set<String> names = new HashSet<>();
        for (CimClass definition : CimSchema.classes()) {
            names.add(definition.name().toString());
            definition
                    .properties()
                    .forEach(property -> names.add(property.name().toString()));
            for (CimMethod method : definition.methods()) {
                names.add(method.name().toString());
                method.parameters()
                        .forEach(parameter -> names.add(parameter.name().toString()));
            }
        }
        return names;
    }

    static Stream<Field> names() throws IOException, ReflectiveOperationException, URISyntaxException {
        Path classes = Path.of(VirtualizationProviders.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            List<String> names = files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .toList();
            Stream.Builder<Field> fields = Stream.builder();
            for (String name : names) {
                for (Field field : Class.forName(name).getDeclaredFields()) {
                    if (field.getType() == CimName.class && Modifier.isStatic(field.getModifiers())) {
                        fields.add(field);
                    }
                }
            }
            return fields.build();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameIsInTheSchema(Field field) throws ReflectiveOperationException {
        field.setAccessible(true);

        assertThat(KNOWN).contains(field.get(null).toString());
    }
}

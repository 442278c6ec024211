package org.telvirt.traceability.recording;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.telvirt.traceability.Engine;
import org.telvirt.traceability.RanOn;
import org.telvirt.traceability.Requirement;

/**
 * Names a test and finds its annotations along the way from the method to the outermost test class. The way leads
 * through the test plan, not through the enclosing classes: a nested class inherited from a contract belongs to the
 * subclass that runs it.
 */
record TestDescription(TestPlan plan) {
    static boolean isMethod(TestIdentifier test) {
        return test.getSource().filter(MethodSource.class::isInstance).isPresent();
    }

    /** Classes and method from the outside in, joined by dots; the same for all invocations of a method. */
    String name(TestIdentifier test) {
        Deque<String> names = new ArrayDeque<>();
        boolean methodSeen = false;
        for (TestIdentifier step : wayOut(test)) {
            TestSource source = step.getSource().orElse(null);
            if (source instanceof MethodSource method && !methodSeen) {
                names.addFirst(method.getMethodName());
                methodSeen = true;
            } else if (source instanceof ClassSource type) {
                names.addFirst(type.getJavaClass().getSimpleName());
            }
        }
        return String.join(".", names);
    }

    /** The display name where the test is one invocation of a parameterised method, else empty. */
    String invocation(TestIdentifier test) {
        Optional<TestIdentifier> parent = plan.getParent(test);
        return parent.isPresent() && isMethod(parent.get()) ? test.getDisplayName() : "";
    }

    List<String> claims(TestIdentifier test) {
        return annotations(test, Requirement.class)
                .flatMap(claim -> Stream.of(claim.value()))
                .distinct()
                .toList();
    }

    Engine engine(TestIdentifier test) {
        return annotations(test, RanOn.class).findFirst().map(RanOn::value).orElse(Engine.NONE);
    }

    private <A extends Annotation> Stream<A> annotations(TestIdentifier test, Class<A> type) {
        return wayOut(test).stream()
                .flatMap(step -> step.getSource().flatMap(TestDescription::element).stream())
                .flatMap(element -> AnnotationSupport.findAnnotation(element, type).stream());
    }

    private static Optional<AnnotatedElement> element(TestSource source) {
        if (source instanceof MethodSource method) {
            return Optional.of(method.getJavaMethod());
        }
        return source instanceof ClassSource type ? Optional.of(type.getJavaClass()) : Optional.empty();
    }

    private List<TestIdentifier> wayOut(TestIdentifier test) {
        List<TestIdentifier> way = new ArrayList<>();
        for (Optional<TestIdentifier> step = Optional.of(test); step.isPresent(); step = plan.getParent(step.get())) {
            way.add(step.get());
        }
        return way;
    }
}

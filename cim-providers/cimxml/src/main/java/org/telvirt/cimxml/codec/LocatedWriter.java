package org.telvirt.cimxml.codec;

import static org.telvirt.cimxml.xml.XmlOutput.ascii;

import java.util.Objects;
import org.telvirt.cim.CimClass;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimNamespace;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cimxml.xml.XmlOutput;

/**
 * Writes objects together with where they are. Host and namespace stand in where a path has none.
 *
 * @param tags the tags of the properties
 * @param host the host and port of this server
 */
public record LocatedWriter(XmlOutput out, TagCache tags, String host) {
    private static final byte[] NAMED = ascii("<VALUE.NAMEDINSTANCE>");
    private static final byte[] NAMED_END = ascii("</VALUE.NAMEDINSTANCE>");
    private static final byte[] WITH_PATH = ascii("<VALUE.INSTANCEWITHPATH>");
    private static final byte[] WITH_PATH_END = ascii("</VALUE.INSTANCEWITHPATH>");
    private static final byte[] OBJECT_WITH_PATH = ascii("<VALUE.OBJECTWITHPATH>");
    private static final byte[] OBJECT_WITH_PATH_END = ascii("</VALUE.OBJECTWITHPATH>");
    private static final byte[] OBJECT = ascii("<VALUE.OBJECT>");
    private static final byte[] OBJECT_END = ascii("</VALUE.OBJECT>");
    private static final byte[] PATH = ascii("<OBJECTPATH>");
    private static final byte[] PATH_END = ascii("</OBJECTPATH>");

    /** Writes an INSTANCE. */
    public void instance(CimInstance instance) {
        InstanceWriter.instance(out, instance, tags);
    }

    /** Writes a VALUE.NAMEDINSTANCE. */
    public void named(CimInstance instance) {
        out.raw(NAMED);
        PathWriter.instanceName(out, pathOf(instance));
        instance(instance);
        out.raw(NAMED_END);
    }

    /** Writes a VALUE.INSTANCEWITHPATH. */
    public void withPath(CimNamespace namespace, CimInstance instance) {
        out.raw(WITH_PATH);
        path(namespace, pathOf(instance));
        instance(instance);
        out.raw(WITH_PATH_END);
    }

    /** Writes a VALUE.OBJECTWITHPATH of an instance. */
    public void object(CimNamespace namespace, CimInstance instance) {
        out.raw(OBJECT_WITH_PATH);
        path(namespace, pathOf(instance));
        instance(instance);
        out.raw(OBJECT_WITH_PATH_END);
    }

    /** Writes a VALUE.OBJECTWITHPATH of a class. */
    public void object(CimNamespace namespace, CimObjectPath path, CimClass definition) {
        out.raw(OBJECT_WITH_PATH);
        path(namespace, path);
        ClassWriter.cimClass(out, definition);
        out.raw(OBJECT_WITH_PATH_END);
    }

    /** Writes what a query has selected: a VALUE.OBJECTWITHPATH, or a VALUE.OBJECT of what is nowhere. */
    public void selected(CimNamespace namespace, CimInstance instance) {
        if (instance.path() != null) {
            object(namespace, instance);
            return;
        }
        out.raw(OBJECT);
        instance(instance);
        out.raw(OBJECT_END);
    }

    /** Writes an OBJECTPATH. */
    public void objectPath(CimNamespace namespace, CimObjectPath path) {
        out.raw(PATH);
        path(namespace, path);
        out.raw(PATH_END);
    }

    /** Writes an INSTANCEPATH or CLASSPATH. */
    public void path(CimNamespace namespace, CimObjectPath path) {
        PathWriter.full(out, path, host, namespace);
    }

    private static CimInstancePath pathOf(CimInstance instance) {
        return Objects.requireNonNull(instance.path(), "an instance in a list must have a path");
    }
}

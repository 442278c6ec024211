package org.telvirt.providers.rig;

import java.math.BigInteger;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;

/** Settings as a client would write them. */
public final class Settings {
    private final CimInstance.Builder instance;

    private Settings(String className) {
        this.instance = CimInstance.of(CimName.of(className));
    }

    public static Settings of(String className) {
        return new Settings(className);
    }

    /** Plain resource settings of this type. */
    public static Settings resource(int resourceType) {
        return of("CIM_ResourceAllocationSettingData").with("ResourceType", CimValues.uint16(resourceType));
    }

    public Settings with(String property, CimValue value) {
        instance.with(CimName.of(property), value);
        return this;
    }

    public Settings with(String property, String text) {
        return with(property, CimValues.text(text));
    }

    /** A uint64. */
    public Settings with(String property, long number) {
        return with(property, CimValues.uint64(number));
    }

    /** A uint64 of any size. */
    public Settings with(String property, BigInteger number) {
        return with(property, CimValues.uint64(number.longValue()));
    }

    /** An array of one string. */
    public Settings withOnly(String property, String text) {
        return with(property, CimValues.texts(text));
    }

    public CimInstance build() {
        return instance.build();
    }
}

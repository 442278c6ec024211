package org.telvirt.providers.device;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimValue;
import org.telvirt.cim.CimValues;
import org.telvirt.hypervisor.definition.DomainDefinition;
import org.telvirt.hypervisor.definition.Processors;
import org.telvirt.providers.allocation.ProcessorShare;
import org.telvirt.providers.quality.ProcessorQuality;
import org.telvirt.providers.settings.SettingsReader;

/**
 * The processors of a definition and their settings (DSP1044): VirtualQuantity is those that it starts with, Limit those
 * that it can be given while it runs; without a Limit that is the same.
 */
public final class ProcessorMapper implements AmountMapper {
    private static final CimValue COUNT = CimValues.text(ProgrammaticUnit.COUNT);

    @Override
    public Object amount(DomainDefinition definition) {
        return definition.processors();
    }

    @Override
    public void describe(CimInstance.Builder settings, DomainDefinition definition) {
        Processors processors = definition.processors();
        String architecture = definition.platform().architecture();
        boolean fixed = processors.count() == processors.maximum();
        long each = ProcessorShare.perProcessor(processors);
        settings.with(ResourceNames.ALLOCATION_UNITS, ProcessorShare.units(processors))
                .with(ResourceNames.VIRTUAL_QUANTITY_UNITS, COUNT)
                .with(ResourceNames.VIRTUAL_QUANTITY, CimValues.uint64(processors.count()))
                .with(ResourceNames.LIMIT, fixed ? null : CimValues.uint64(processors.maximum() * each))
                .with(ResourceNames.PROCESSOR_ARCHITECTURE, InstructionSets.architecture(architecture))
                .with(ResourceNames.INSTRUCTION_SET, InstructionSets.instructionSet(architecture));
        ProcessorShare.describe(settings, processors);
        ProcessorQuality.describe(settings, processors);
    }

    @Override
    public DomainDefinition apply(DomainDefinition definition, SettingsReader settings) throws CimException {
        String architecture = definition.platform().architecture();
        settings.accept(ResourceNames.VIRTUAL_QUANTITY_UNITS, COUNT);
        acceptSame(settings, ResourceNames.PROCESSOR_ARCHITECTURE, InstructionSets.architecture(architecture));
        acceptSame(settings, ResourceNames.INSTRUCTION_SET, InstructionSets.instructionSet(architecture));
        Integer quantity = count(settings, ResourceNames.VIRTUAL_QUANTITY);
        Integer limit = limit(settings, ProcessorShare.perProcessor(settings));
        Processors present = definition.processors();
        Processors numbered = merged(present, quantity, limit, settings);
        Processors placed = ProcessorQuality.apply(present, numbered, settings);
        return definition.withProcessors(ProcessorShare.apply(present, placed, settings));
    }

    private static Processors merged(
            Processors processors, @Nullable Integer quantity, @Nullable Integer limit, SettingsReader settings)
            throws CimException {
        int count = quantity == null ? processors.count() : quantity;
        if (limit == null) {
            boolean fixed = processors.count() == processors.maximum();
            return processors.withNumbers(count, fixed ? count : Math.max(count, processors.maximum()));
        } else if (limit < count) {
            throw settings.refuse("VirtualQuantity of " + count + " processors is more than the Limit of " + limit
                    + "; raise Limit or lower VirtualQuantity");
        }
        return processors.withNumbers(count, limit);
    }

    private static @Nullable Integer limit(SettingsReader settings, int each) throws CimException {
        Integer limit = count(settings, ResourceNames.LIMIT);
        if (limit != null && limit % each != 0) {
            throw settings.refuse("Limit " + limit + " percent is no whole number of processors");
        }
        return limit == null ? null : (Integer) (limit / each);
    }

    private static void acceptSame(SettingsReader settings, CimName name, @Nullable String present) {
        if (present != null) {
            settings.accept(name, CimValues.text(present));
        }
    }

    private static @Nullable Integer count(SettingsReader settings, CimName name) throws CimException {
        BigInteger number = settings.number(name);
        if (number == null) {
            return null;
        } else if (number.signum() == 0 || number.bitLength() >= Integer.SIZE) {
            throw settings.refuse(name + " " + number + " is no number of processors");
        }
        return number.intValueExact();
    }
}

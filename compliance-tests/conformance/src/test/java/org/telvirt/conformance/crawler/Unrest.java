package org.telvirt.conformance.crawler;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimOperation;
import org.telvirt.cim.operation.CimService;
import org.telvirt.conformance.specimen.Laboratory;
import org.telvirt.conformance.specimen.Resource;
import org.telvirt.conformance.specimen.Specimen;
import org.telvirt.conformance.wbem.Outcome;

/** Changes something between the questions of others: states, and now and then which virtual systems there are. */
final class Unrest implements CimService {
    private static final List<Integer> STATES = List.of(2, 3, 4, 6, 9, 10, 11);
    private static final int LIFE_OR_DEATH = 10;

    private final CimService calm;
    private final Laboratory laboratory;
    private final Random random;
    private final int questionsPerChange;
    private final List<CimInstancePath> systems = new ArrayList<>();
    private int changes;

    /**
     * @param laboratory changes by itself, not by way of what is asked here
     * @param questionsPerChange how many questions there are to one change, on average
     */
    Unrest(CimService calm, Laboratory laboratory, Random random, int questionsPerChange) {
        this.calm = calm;
        this.laboratory = laboratory;
        this.random = random;
        this.questionsPerChange = questionsPerChange;
    }

    void grow() throws CimException {
        Specimen specimen = laboratory.specimen(
                Resource.processors(1 + random.nextInt(4)),
                Resource.memory(16),
                Resource.disk("file:///var/lib/libvirt/images/" + laboratory.freshName() + ".img"),
                Resource.networkPort(),
                Resource.serialPort());
        systems.add(specimen.path());
    }

    int changes() {
        return changes;
    }

    @Override
    public <R> R execute(CimOperation<R> operation, CallContext context) throws CimException {
        if (random.nextInt(questionsPerChange) == 0) {
            change();
        }
        return calm.execute(operation, context);
    }

    private void change() throws CimException {
        changes++;
        int at = random.nextInt(systems.size());
        if (random.nextInt(LIFE_OR_DEATH) == 0) {
            laboratory.destroy(systems.remove(at));
            grow();
        } else {
            laboratory
                    .server()
                    .invoke(
                            systems.get(at),
                            "RequestStateChange",
                            Outcome.argument(
                                    "RequestedState", CimValues.uint16(STATES.get(random.nextInt(STATES.size())))));
        }
    }
}

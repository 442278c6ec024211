package org.telvirt.providers.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimDataType;
import org.telvirt.cim.CimException;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.CimObjectPath;
import org.telvirt.cim.CimStatus;
import org.telvirt.cim.CimValues;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.cim.operation.CimArgument;
import org.telvirt.cim.operation.MethodResult;
import org.telvirt.facility.FacilityException;
import org.telvirt.facility.FacilityException.Reason;
import org.telvirt.facility.pool.Pool;
import org.telvirt.facility.pool.PoolId;
import org.telvirt.facility.pool.PoolKind;
import org.telvirt.facility.pool.ResourcePools;
import org.telvirt.facility.pool.Share;
import org.telvirt.hypervisor.definition.NumberSet;
import org.telvirt.provider.Arguments;
import org.telvirt.provider.MethodProvider;
import org.telvirt.providers.element.ElementNames;
import org.telvirt.providers.element.Namespaces;
import org.telvirt.providers.job.Answers;

/**
 * The methods of the pool configuration service, all done at once; what they refuse becomes a return value here. Host
 * resources are processors of the host, the only devices of it that can be set aside one by one. Safe for use by many
 * threads.
 */
final class PoolMethods implements MethodProvider {
    private static final CimName RESOURCE_TYPE = CimName.of("ResourceType");
    private static final CimDataType POOL_TYPE = CimDataType.referenceTo(PoolNames.CIM_RESOURCE_POOL);
    private static final String PROCESSOR_TYPE = String.valueOf(PoolPath.resourceType(PoolKind.PROCESSOR));

    private final ResourcePools pools;
    private final HostProcessors processors;
    private final ShareReader shares;
    private final Answers answers;

    PoolMethods(ResourcePools pools, HostProcessors processors, Answers answers) {
        this.pools = pools;
        this.processors = processors;
        this.shares = new ShareReader(pools);
        this.answers = answers;
    }

    @Override
    public CimName className() {
        return PoolNames.TELVIRT_SERVICE;
    }

    @Override
    public Set<CimName> methods() {
        return Set.of(
                PoolNames.CREATE,
                PoolNames.CREATE_CHILD,
                PoolNames.DELETE,
                PoolNames.ADD_RESOURCES,
                PoolNames.REMOVE_RESOURCES,
                PoolNames.CHANGE_PARENT);
    }

    @Override
    public MethodResult invoke(CimObjectPath target, CimName method, Arguments arguments, CallContext context)
            throws CimException {
        try {
            return perform(method, arguments);
        } catch (PoolRefusal e) {
            return refused(context, method, e.code(), e.why());
        } catch (FacilityException e) {
            return refused(context, method, PoolReturn.of(e.reason()), e);
        } catch (CimException e) {
            if (e.status() != CimStatus.INVALID_PARAMETER) {
                throw e;
            }
            FacilityException why = new FacilityException(Reason.INVALID_ARGUMENT, e.getMessage(), e);
            return refused(context, method, PoolReturn.INVALID_PARAMETER, why);
        }
    }

    private MethodResult refused(CallContext context, CimName method, PoolReturn code, FacilityException why) {
        boolean takes = method.equals(PoolNames.CREATE_CHILD) || method.equals(PoolNames.CHANGE_PARENT);
        PoolReturn instead = method.equals(PoolNames.REMOVE_RESOURCES) ? PoolReturn.IN_USE : PoolReturn.FAILED;
        PoolReturn told = code == PoolReturn.INSUFFICIENT_RESOURCES && !takes ? instead : code;
        return answers.refused(context, method.toString(), null, told.code(), why);
    }

    private MethodResult perform(CimName method, Arguments arguments)
            throws CimException, FacilityException, PoolRefusal {
        if (method.equals(PoolNames.CREATE)) {
            return create(arguments);
        } else if (method.equals(PoolNames.CREATE_CHILD)) {
            List<Share> parts = shares.read(arguments);
            return made(pools.create(name(arguments, parts.get(0).from().kind()), parts));
        } else if (method.equals(PoolNames.DELETE)) {
            pools.delete(pool(arguments, PoolNames.POOL).id());
        } else if (method.equals(PoolNames.CHANGE_PARENT)) {
            Pool child = pool(arguments, PoolNames.CHILD_POOL);
            pools.feed(child.id(), ofType(child.id().kind(), shares.read(arguments)));
        } else {
            change(arguments, method.equals(PoolNames.ADD_RESOURCES));
        }
        return Answers.completed();
    }

    private static List<Share> ofType(PoolKind kind, List<Share> parts) throws PoolRefusal {
        if (parts.get(0).from().kind() != kind) {
            throw new PoolRefusal(
                    PoolReturn.INCORRECT_RESOURCE_TYPE,
                    PoolNames.PARENT_POOL + " has no " + kind.word() + "; give parents of the type of the child");
        }
        return parts;
    }

    private MethodResult create(Arguments arguments) throws FacilityException, PoolRefusal {
        String type = arguments.text(RESOURCE_TYPE);
        if (type != null && !type.isBlank() && !type.strip().equals(PROCESSOR_TYPE)) {
            throw new PoolRefusal(
                    PoolReturn.INCORRECT_RESOURCE_TYPE,
                    "Pools are made of processors of the host, ResourceType 3, not " + type
                            + "; CreateChildResourcePool makes pools of amounts of memory and storage");
        }
        return made(pools.createOf(name(arguments, PoolKind.PROCESSOR), processors(arguments)));
    }

    private static String name(Arguments arguments, PoolKind kind) {
        String name = arguments.text(ElementNames.ELEMENT_NAME);
        return name == null || name.isBlank() ? kind.word() + " pool" : name;
    }

    private static MethodResult made(Pool pool) {
        CimInstancePath path = PoolPath.of(pool.id()).in(Namespaces.VIRT);
        return Answers.completed(new CimArgument(PoolNames.POOL, POOL_TYPE, CimValues.reference(path)));
    }

    private Pool pool(Arguments arguments, CimName parameter) throws PoolRefusal {
        CimInstancePath path = arguments.reference(parameter);
        PoolId id = path == null ? null : PoolPath.id(path);
        Pool pool = id == null ? null : pools.find(id);
        if (pool == null) {
            throw new PoolRefusal(
                    PoolReturn.INVALID_PARAMETER,
                    parameter + (path == null ? " is missing; give a pool" : ": there is no resource pool " + path));
        }
        return pool;
    }

    private NumberSet processors(Arguments arguments) throws PoolRefusal {
        List<Integer> numbers = new ArrayList<>();
        for (CimInstancePath path : arguments.references(PoolNames.HOST_RESOURCES)) {
            Integer number = processors.number(path);
            if (number == null) {
                boolean other = !path.className().equals(PoolNames.TELVIRT_HOST_PROCESSOR);
                throw new PoolRefusal(
                        other ? PoolReturn.INCORRECT_RESOURCE_TYPE : PoolReturn.INVALID_PARAMETER,
                        PoolNames.HOST_RESOURCES + ": " + path + " is no processor of the host; give the path of a "
                                + PoolNames.TELVIRT_HOST_PROCESSOR);
            }
            numbers.add(number);
        }
        if (numbers.isEmpty()) {
            throw new PoolRefusal(
                    PoolReturn.INVALID_PARAMETER, PoolNames.HOST_RESOURCES + " is empty; give one or more");
        }
        return new NumberSet(numbers);
    }

    private void change(Arguments arguments, boolean add) throws FacilityException, PoolRefusal {
        Pool pool = pool(arguments, PoolNames.POOL);
        if (pool.id().kind() != PoolKind.PROCESSOR) {
            throw new PoolRefusal(
                    PoolReturn.INCORRECT_RESOURCE_TYPE,
                    "Pool " + pool.id() + " has no processors; the other types are changed by"
                            + " ChangeParentResourcePool");
        }
        NumberSet named = processors(arguments);
        Set<Integer> numbers = new TreeSet<>(pool.processors().numbers());
        if (add) {
            numbers.addAll(named.numbers());
        } else {
            requireAmong(pool, named);
            named.numbers().forEach(numbers::remove);
        }
        pools.setProcessors(pool.id(), new NumberSet(List.copyOf(numbers)));
    }

    private static void requireAmong(Pool pool, NumberSet named) throws PoolRefusal {
        @Nullable Integer missing = null;
        for (Integer number : named.numbers()) {
            missing = pool.processors().numbers().contains(number) ? missing : number;
        }
        if (missing != null
                || named.numbers().size() == pool.processors().numbers().size()) {
            throw new PoolRefusal(
                    PoolReturn.INVALID_PARAMETER,
                    missing == null
                            ? "Pool '" + pool.name() + "' would be empty; delete it by DeleteResourcePool"
                            : "Pool '" + pool.name() + "' does not have processor " + missing);
        }
    }
}

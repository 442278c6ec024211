package org.telvirt.providers.allocation;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telvirt.cim.CimCursor;
import org.telvirt.cim.CimInstance;
import org.telvirt.cim.CimInstancePath;
import org.telvirt.cim.CimName;
import org.telvirt.cim.operation.CallContext;
import org.telvirt.facility.pool.Pool;
import org.telvirt.facility.pool.ResourcePools;
import org.telvirt.provider.InstanceProvider;

/** Answers for the settings that define the capabilities of pools. Safe for use by many threads. */
final class TemplateProvider implements InstanceProvider {
    private final ResourcePools pools;

    TemplateProvider(ResourcePools pools) {
        this.pools = pools;
    }

    @Override
    public CimName className() {
        return AllocationNames.TELVIRT_TEMPLATE;
    }

    @Override
    public CimCursor<CimInstance> enumerate(CallContext context) {
        return CimCursor.of(pools.list())
                .flatMap(pool -> CimCursor.of(Stream.of(false, true)
                        .flatMap(current -> Template.of(pool, current).stream())
                        .map(template -> template.toInstance(pool))
                        .toList()));
    }

    @Override
    public @Nullable CimInstance get(CimInstancePath path, CallContext context) {
        Template template = template(path);
        Pool pool = template == null ? null : pools.find(template.capabilities().pool());
        return template == null || pool == null ? null : template.toInstance(pool);
    }

    /** The template at this path; null: there is none. */
    @Nullable
    Template template(CimInstancePath path) {
        CapabilitiesId capabilities = Template.capabilities(path);
        CimInstancePath wanted = path.in(null).on(null);
        return capabilities == null
                ? null
                : templates(capabilities).stream()
                        .filter(template -> template.path().equals(wanted))
                        .findFirst()
                        .orElse(null);
    }

    /** The templates of capabilities; empty: there are none. */
    List<Template> templates(CapabilitiesId id) {
        Pool pool = pools.find(id.pool());
        return pool == null ? List.of() : Template.of(pool, id.current());
    }
}

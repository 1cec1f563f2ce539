-- What was allocated after an instant is found by when it was written down: few rows, for what was open as it was known then.
create index allocations_tenant_id_created_at_idx on allocations (tenant_id, created_at);

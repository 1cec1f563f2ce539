-- What someone did, and how often something was done, is found without reading the whole trail.
CREATE INDEX "audit_events_tenant_id_actor_id_id_idx" ON "audit_events" ("tenant_id", "actor_id", "id");
CREATE INDEX "audit_events_tenant_id_action_id_idx" ON "audit_events" ("tenant_id", "action", "id");

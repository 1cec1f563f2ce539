-- Upkeep ends the messages of its tenant that have no job. The relay, which looks for what is overdue, reads the whole
-- index: it holds what is unhandled and no more.
drop index outbox_messages_unhandled;
create index outbox_messages_unhandled on outbox_messages (tenant_id, published_at) where handled_at is null;

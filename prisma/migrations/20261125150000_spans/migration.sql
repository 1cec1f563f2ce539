-- What a message's job follows from, where its trace is recorded (packages/docs/adr/0019-spans.md). The relay hands it on.
alter table outbox_messages add column span_id text,
  add constraint outbox_messages_span_id_check check (span_id ~ '^[0-9a-f]{16}$');

grant select (span_id) on outbox_messages to atlas_relay;

-- Whom somebody named beside the customer: each is written to by a mail of its own.
alter table invoice_mails add column address text,
  add constraint invoice_mails_address check (address <> '');

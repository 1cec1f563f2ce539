-- Bills in other currencies than the books: the rate that they are posted at, and what they come to there. All null while a
-- document is in the currency of the books; a draft that names no rate gets that of its day when it is posted.
alter table bills
  add column exchange_quotation text,
  add column exchange_rate decimal(24,9),
  add column books_net_minor bigint,
  add column books_tax_minor bigint,
  add column books_gross_minor bigint,
  add constraint bills_exchange check (
    (exchange_rate is null) = (exchange_quotation is null) and exchange_rate > 0
    and exchange_quotation in ('foreign_per_base', 'base_per_foreign')),
  add constraint bills_in_books check (
    (books_net_minor is null) = (books_gross_minor is null) and (books_tax_minor is null) = (books_gross_minor is null)
    and books_net_minor + books_tax_minor = books_gross_minor and (books_gross_minor is null or exchange_rate is not null));

create or replace function keep_posted_bill() returns trigger
  language plpgsql as $$
begin
  if old.status = 'draft' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and new.status <> 'draft' and
    (new.kind, new.number, new.supplier_id, new.supplier_number, new.date, new.posting_date, new.due_date, new.currency, new.net_minor,
      new.tax_minor, new.rounding_minor, new.withheld_minor, new.entry_id, new.exchange_quotation, new.exchange_rate, new.books_net_minor,
      new.books_tax_minor)
    is not distinct from
    (old.kind, old.number, old.supplier_id, old.supplier_number, old.date, old.posting_date, old.due_date, old.currency, old.net_minor,
      old.tax_minor, old.rounding_minor, old.withheld_minor, old.entry_id, old.exchange_quotation, old.exchange_rate, old.books_net_minor,
      old.books_tax_minor)
  then
    return new;
  end if;
  perform refuse('purchasing.bill_posted', 'A posted bill is corrected by a credit note.');
  return null;
end $$;

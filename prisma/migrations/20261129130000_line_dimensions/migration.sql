-- What the lines of documents were for: values of dimensions, as they were chosen. They are posted with the lines; values are never
-- deleted, and whether they are there and in use is asked when a line is written and when it is posted.
alter table bill_lines add column dimensions jsonb not null default '[]';
alter table invoice_lines add column dimensions jsonb not null default '[]';

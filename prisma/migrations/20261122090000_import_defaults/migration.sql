-- What a field of a file holds where its cell is empty or it has no column.
alter table import_files add column defaults jsonb not null default '{}';

-- How much a workspace may ask for. Better Auth does not know the column, so nobody sets it through a workspace's own settings.
alter table identity.organizations
  add column plan text not null default 'standard',
  add constraint organizations_plan_check check (plan in ('free', 'standard', 'unlimited'));

import { AtlasError, uuidv7 } from '@atlas/kernel';
import { command, type Policy } from '@atlas/platform';
import { roleCreated } from '../contract/events.ts';
import { createRole as route } from '../contract/roles.ts';
import { checkGrants } from '../domain/check-grants.ts';
import { knownTo } from './known.ts';
import { refuseMoreThanOwn } from './more-than-own.ts';
import { insertRole } from './roles.repository.ts';

export const createRole = (policy: Policy) =>
  command(route, async (tx, fields) => {
    if (policy.ready.some(({ code }) => code === fields.code))
      throw new AtlasError('identity.reserved_role', `"${fields.code}" is a role that every workspace has.`);
    checkGrants(fields.grants, knownTo(policy));
    refuseMoreThanOwn(tx.ctx.actor, fields.grants);
    const role = { ...fields, id: uuidv7(), version: 1 };
    await insertRole(tx, role);
    tx.emit(roleCreated, { roleId: role.id, code: role.code });
    return role;
  });

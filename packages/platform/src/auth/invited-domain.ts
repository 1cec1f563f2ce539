import { APIError } from 'better-auth/api';
import { domainOfAddress } from './mail-domain.ts';
import type { DomainTables } from './workspace-rules.ts';

/**
 * A workspace may want its invitations to go to its own domains only.
 *
 * @throws APIError 403 when an address is elsewhere
 */
export async function requireAllowedDomain({ organizations, domains }: DomainTables, id: string, email: string): Promise<void> {
  const organization = await organizations.findUnique({ where: { id }, select: { invitesToDomainsOnly: true } });
  if (!organization?.invitesToDomainsOnly) return;
  const where = { organizationId_domain: { organizationId: id, domain: domainOfAddress(email) ?? '' } };
  if (!(await domains.findUnique({ where })))
    throw new APIError('FORBIDDEN', {
      code: 'DOMAIN_NOT_ALLOWED',
      message: 'This workspace invites addresses of its own domains only.',
    });
}

/** How a workspace is called in addresses: its name in plain letters, and something that makes it the only one. */
export function slugOf(name: string, id: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return `${plain || 'workspace'}-${id.replaceAll('-', '').slice(-12)}`;
}

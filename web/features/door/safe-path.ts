/** Only a path of ours: never another site. A browser reads a backslash as a slash and drops tabs and line ends. */
export function safePath(next: string | null | undefined): string {
  if (!next?.startsWith('/') || /[\\\t\r\n]/.test(next) || next.startsWith('//')) return '/';
  return next;
}

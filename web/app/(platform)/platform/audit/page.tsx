import { PlatformAudit } from '@/features/platform/platform-audit.tsx';

export default function Page() {
  return <PlatformAudit />;
}

import { ApiKeysScreen } from '@/features/api-keys/api-keys-screen.tsx';

export default function Page() {
  return <ApiKeysScreen />;
}

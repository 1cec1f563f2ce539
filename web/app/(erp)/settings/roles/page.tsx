import { RolesScreen } from '@/features/roles/roles-screen.tsx';

export default function Page() {
  return <RolesScreen />;
}

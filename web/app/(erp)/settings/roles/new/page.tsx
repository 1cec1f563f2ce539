import { RoleForm } from '@/features/roles/role-form.tsx';

export default function Page() {
  return <RoleForm />;
}

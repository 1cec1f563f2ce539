import { RoleEdit } from '@/features/roles/role-form.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <RoleEdit id={(await params).id} />;
}

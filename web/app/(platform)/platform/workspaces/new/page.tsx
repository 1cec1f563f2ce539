import { ProvisionForm } from '@/features/platform/provision-form.tsx';

export default function Page() {
  return <ProvisionForm />;
}

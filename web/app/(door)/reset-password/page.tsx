import { ResetForm } from '@/features/door/reset-form.tsx';

export default function Page() {
  return <ResetForm />;
}

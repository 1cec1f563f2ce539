import { ProposeForm } from '@/features/dunning/propose-form.tsx';

export default function Page() {
  return <ProposeForm />;
}

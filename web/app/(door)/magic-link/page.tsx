import { LinkForm } from '@/features/door/link-form.tsx';

export default function Page() {
  return <LinkForm kind="magic-link" />;
}

import { ForgotForm } from '@/features/door/forgot-form.tsx';
import { readSignInMethods } from '@/lib/sign-in-methods.ts';

export default async function Page() {
  return <ForgotForm methods={await readSignInMethods()} />;
}

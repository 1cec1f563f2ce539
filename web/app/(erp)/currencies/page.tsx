import { CurrenciesScreen } from '@/features/currencies/currencies-screen.tsx';

export default function Page() {
  return <CurrenciesScreen />;
}

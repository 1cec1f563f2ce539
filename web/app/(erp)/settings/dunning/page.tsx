import { LevelsScreen } from '@/features/dunning/levels-screen.tsx';

export default function Page() {
  return <LevelsScreen />;
}

import { ClosingScreen } from '@/features/closing/closing-screen.tsx';

export default function Page() {
  return <ClosingScreen />;
}

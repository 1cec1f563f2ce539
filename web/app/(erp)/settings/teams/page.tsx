import { TeamsScreen } from '@/features/teams/teams-screen.tsx';

export default function Page() {
  return <TeamsScreen />;
}

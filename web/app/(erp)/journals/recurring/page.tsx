import { ScheduleList } from '@/features/journals/schedule-list.tsx';

export default function Page() {
  return <ScheduleList />;
}

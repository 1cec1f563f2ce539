'use client';
import { Card, Skeleton } from '@atlas/ui';
import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import { PageHeader } from '../shell/page-header.tsx';

const load = () => import('./dashboard-content.tsx');
// Asked for as soon as the frame is there, without waiting until it is drawn.
if (typeof window !== 'undefined') void load();

/** How the company stands, at a glance. The frame comes first; what reads and draws figures follows in its place. */
export const Dashboard = dynamic(() => load().then((module) => module.DashboardContent), { ssr: false, loading: DashboardFrame });

function DashboardFrame() {
  const t = useTranslations('navigation');
  return (
    <>
      <PageHeader title={t('dashboard')}>
        <Skeleton className="h-8 w-40" />
      </PageHeader>
      <div className="mx-auto grid w-full max-w-[90rem] gap-4 p-3 sm:p-4 lg:grid-cols-2">
        <div className="grid grid-cols-2 gap-3 lg:col-span-2 lg:grid-cols-5">
          {['a', 'b', 'c', 'd', 'e'].map((key) => (
            <Card key={key} className="h-18.5 sm:h-20.5" />
          ))}
        </div>
        <Card className="h-91 lg:col-span-2" />
        <Card className="h-91" />
        <Card className="h-91" />
      </div>
    </>
  );
}

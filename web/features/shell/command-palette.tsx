'use client';
import { listProducts } from '@atlas/catalog/contract';
import type { Route } from '@atlas/contract';
import { listParties } from '@atlas/parties/contract';
import { listInvoices } from '@atlas/sales/contract';
import { Palette, type PaletteEntry } from '@atlas/ui';
import { FileText, Monitor, Moon, Package, Plus, Sun, Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useDelayed } from '@/lib/delayed.ts';
import { useFormats } from '@/lib/format.tsx';
import { themes } from '@/lib/preferences.ts';
import { useGo } from '../guard/guard-store.ts';
import { useMay, useMayOpen } from '../session/may.ts';
import { settingsSections } from '../settings/settings-sections.ts';
import { useUi } from './ui-store.ts';
import { useCreations, useNavigation } from './use-navigation.ts';

const themeIcons = { system: <Monitor aria-hidden />, light: <Sun aria-hidden />, dark: <Moon aria-hidden /> };

/** Pages, actions and themes whose name holds what was typed. */
function useCommandEntries(text: string, run: (action: () => void) => () => void): PaletteEntry[] {
  const t = useTranslations('shell');
  const nav = useTranslations('navigation');
  const settings = useTranslations('settings');
  const go = useGo();
  const setTheme = useUi((state) => state.setTheme);
  const mayOpen = useMayOpen();
  const navigation = useNavigation();
  const creations = useCreations();
  const entries: PaletteEntry[] = [
    ...navigation.flatMap(({ destinations }) =>
      destinations.map(({ key, path, icon: Icon }) => ({
        id: path,
        group: t('palette.go'),
        label: nav(key),
        icon: <Icon aria-hidden />,
        run: run(() => go(path)),
      })),
    ),
    ...settingsSections.flatMap(({ sections }) =>
      sections
        .filter(({ path }) => mayOpen(path))
        .map(({ key, path, icon: Icon }) => ({
          id: path,
          group: settings('title'),
          label: settings(`sections.${key}`),
          icon: <Icon aria-hidden />,
          run: run(() => go(path)),
        })),
    ),
    ...creations.map(({ key, path }) => ({
      id: path,
      group: t('palette.create'),
      label: t(`creations.${key}`),
      icon: <Plus aria-hidden />,
      run: run(() => go(path)),
    })),
    ...themes.map((theme) => ({
      id: `theme-${theme}`,
      group: t('theme'),
      label: t(`themes.${theme}`),
      icon: themeIcons[theme],
      run: run(() => setTheme(theme)),
    })),
  ];
  const words = text.toLowerCase().split(/\s+/);
  return entries.filter(({ label, group }) => words.every((word) => `${group} ${label}`.toLowerCase().includes(word)));
}

/** Records whose number, code or name holds what was typed. */
function useRecordEntries(text: string, run: (action: () => void) => () => void): PaletteEntry[] {
  const t = useTranslations('navigation');
  const { money } = useFormats();
  const go = useGo();
  const q = useDelayed(text.trim(), 150);
  const input = { q: q || 'x', limit: 5 };
  const may = useMay();
  const optionsOf = (list: Route) => ({ enabled: q.length > 1 && may(list), keepPrevious: true });
  const parties = useRead(listParties, input, optionsOf(listParties));
  const products = useRead(listProducts, input, optionsOf(listProducts));
  const invoices = useRead(listInvoices, input, optionsOf(listInvoices));
  if (q.length <= 1) return [];
  return [
    ...(invoices.data?.items ?? []).map((each) => ({
      id: each.id,
      group: t('invoices'),
      label: `${each.number ?? each.reference ?? '–'} · ${each.customerName}`,
      detail: money(each.gross),
      icon: <FileText aria-hidden />,
      run: run(() => go(`/invoices/${each.id}`)),
    })),
    ...(parties.data?.items ?? []).map((each) => ({
      id: each.id,
      group: t('parties'),
      label: each.name,
      detail: each.code,
      icon: <Users aria-hidden />,
      run: run(() => go(`/${each.isCustomer ? 'customers' : 'suppliers'}/${each.id}`)),
    })),
    ...(products.data?.items ?? []).map((each) => ({
      id: each.id,
      group: t('products'),
      label: each.name,
      detail: each.code,
      icon: <Package aria-hidden />,
      run: run(() => go(`/products/${each.id}`)),
    })),
  ];
}

/** Everything by name (Ctrl/Cmd-K): pages, actions, records. */
export function CommandPalette() {
  const t = useTranslations('shell');
  const { paletteOpen, setPaletteOpen } = useUi();
  const [text, setText] = useState('');
  const open = (next: boolean) => {
    setPaletteOpen(next);
    setText('');
  };
  const run = (action: () => void) => () => {
    open(false);
    action();
  };
  const commands = useCommandEntries(text, run);
  const records = useRecordEntries(text, run);
  return (
    <Palette
      open={paletteOpen}
      onOpenChange={open}
      title={t('search')}
      placeholder={t('palette.placeholder')}
      emptyText={t('palette.empty')}
      text={text}
      onTextChange={setText}
      entries={[...commands, ...records]}
    />
  );
}

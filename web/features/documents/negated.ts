import { moneyFromJson, moneyJson } from '@atlas/kernel';
import type { MoneyText } from '@/lib/format.tsx';

/** The same amount with the other sign. */
export const negated = (money: MoneyText): MoneyText => moneyJson(-moneyFromJson(money).minor, money.currency);

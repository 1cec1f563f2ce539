type Vat = { readonly code: string | null; readonly rate: string | null };

/** What an electronic invoice says, as far as a bill takes it over. Amounts are as the document wrote them. */
export type Received = {
  readonly kind: 'invoice' | 'credit_note';
  readonly number: string | null;
  readonly issueDate: string | null;
  readonly dueDate: string | null;
  readonly notes: readonly { readonly text: string | null }[];
  readonly totals: { readonly withVat: string | null; readonly rounding: string | null };
  readonly allowancesCharges: readonly {
    readonly charge: boolean;
    readonly reason: string | null;
    readonly amount: string | null;
    readonly vat: Vat | null;
  }[];
  readonly lines: readonly {
    readonly quantity: string | null;
    readonly net: string | null;
    readonly price: { readonly net: string | null };
    readonly name: string | null;
    readonly description: string | null;
    readonly vat: Vat | null;
  }[];
};

const isSomething = (amount: string | null): amount is string => amount !== null && /[1-9]/.test(amount);
const opposite = (amount: string): string => (amount.startsWith('-') ? amount.slice(1) : `-${amount}`);

function documentLine({ charge, reason, amount, vat }: Received['allowancesCharges'][number]) {
  const said = amount ?? '0';
  return {
    description: reason ?? (charge ? 'Charge' : 'Allowance'),
    quantity: charge ? '1' : '-1',
    unitPrice: said,
    net: charge ? said : opposite(said),
    vat,
  };
}

/**
 * The bill that an electronic invoice makes: nets as given, charges and allowances of the document as lines, the total as it
 * says. Nothing is worked out again.
 */
export function receivedBill({ kind, number, issueDate, dueDate, notes, totals, ...document }: Received) {
  const lines = document.lines.map(({ quantity, net, price, name, description, vat }) => ({
    description: (name ?? description ?? '–').slice(0, 300),
    quantity: isSomething(quantity) ? quantity : '1',
    unitPrice: price.net === null || price.net.startsWith('-') ? '0' : price.net,
    net: net ?? '0',
    vat,
  }));
  return {
    kind: kind === 'invoice' ? ('bill' as const) : kind,
    supplierNumber: number,
    date: issueDate ?? '',
    ...(dueDate !== null && issueDate !== null && dueDate >= issueDate ? { dueDate } : {}),
    total: totals.withVat,
    rounding: totals.rounding ?? '0',
    note:
      notes
        .flatMap(({ text }) => text ?? [])
        .join('\n')
        .slice(0, 4000) || null,
    lines: [...lines, ...document.allowancesCharges.filter(({ amount }) => isSomething(amount)).map(documentLine)],
  };
}

/** A tax of the workspace as it is on a day. */
export type KnownTax = { readonly id: string; readonly operation: string; readonly percent: string };

/** What we do with a category of EN 16931: tax that the seller owes, tax that we owe in its place; what is exempt is left out. */
const operationOf: Readonly<Record<string, string>> = { S: 'domestic', AE: 'reverse_charge', K: 'reverse_charge' };

const plain = (percent: string): string => percent.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');

/** The tax that a line is meant to have; null when the workspace has none like it. */
export function taxFor(vat: Vat | null, known: readonly KnownTax[]): string | null {
  const operation = operationOf[vat?.code ?? ''];
  const fitting = known.filter((tax) => tax.operation === operation);
  const found = operation === 'domestic' ? fitting.find(({ percent }) => percent === plain(vat?.rate ?? '')) : fitting[0];
  return found?.id ?? null;
}

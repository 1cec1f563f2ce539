type Row = Readonly<Record<string, string>>;

/** What a row of a table of bills says beside its line. Suppliers are there already: what they are called stands on no bill. */
export function mentionsOfBillRow(row: Row) {
  const {
    supplier = '',
    supplierNumber = '',
    date = '',
    postingDate = '',
    dueDate = '',
    currency = '',
    exchangeRate = '',
    total = '',
    note = '',
    credit = '',
  } = row;
  return {
    document: { supplier, supplierNumber, date, postingDate, dueDate, currency, exchangeRate, total, note, credit },
    others: [],
  };
}

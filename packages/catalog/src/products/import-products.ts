import { uuidv7 } from '@atlas/kernel';
import {
  type Importable,
  type ImportOutcome,
  type ImportRecord,
  refusedBy,
  type StagedKeys,
  type TenantTx,
  textOrNull,
} from '@atlas/platform';
import { productCreated } from '../contract/events.ts';
import { categoriesKind, productsKind } from '../contract/imports.ts';
import { createProduct } from '../contract/products.ts';
import { createProductCategory } from '../contract/terms.ts';
import { categoriesByCode, insertCategories, insertProducts, productsByCode } from './import-products.repository.ts';

const refused = (sequence: number, code: string, message: string): ImportOutcome => ({
  sequence,
  status: 'refused',
  code,
  message,
});

function judgeCategory(record: ImportRecord) {
  const parsed = createProductCategory.input.safeParse({ ...record.values, description: textOrNull(record.values.description) });
  return parsed.success
    ? { record, category: { ...parsed.data, id: uuidv7() } }
    : { record, refusal: refusedBy(parsed.error, record.sequence) };
}

export const importCategories: Importable = {
  kind: categoriesKind,
  does: ['catalog.category.create'],
  after: [],
  check: async (_tx, records) =>
    records.map((record) => judgeCategory(record).refusal ?? { sequence: record.sequence, status: 'ready' }),
  apply: async (tx, records) => {
    const judged = records.map(judgeCategory);
    const known = await categoriesByCode(
      tx,
      judged.flatMap(({ category }) => (category ? [category.code] : [])),
    );
    const fresh = judged.flatMap(({ category }) => (category && !known.has(category.code) ? [category] : []));
    if (fresh.length > 0) await insertCategories(tx, fresh);
    for (const category of fresh) tx.record({ subjectId: category.id, after: category });
    return judged.map(({ record, category, refusal: no }): ImportOutcome => {
      if (!category) return no as ImportOutcome;
      const existing = known.get(category.code);
      return { sequence: record.sequence, status: existing ? 'unchanged' : 'created', targetId: existing ?? category.id };
    });
  },
};

const shape = createProduct.input.pick({ code: true, name: true, packaging: true, salesPrice: true });

type Known = { readonly categories: Map<string, string>; readonly staged: StagedKeys | null };

function judgeProduct(record: ImportRecord, known: Known) {
  const { values, sequence } = record;
  const parsed = shape.safeParse({ ...values, packaging: textOrNull(values.packaging) });
  if (!parsed.success) return { record, refusal: refusedBy(parsed.error, sequence) };
  const category = textOrNull(values.category);
  const categoryId = category === null ? null : (known.categories.get(category) ?? null);
  if (category !== null && categoryId === null && !known.staged?.has(categoriesKind.name, category)) {
    return {
      record,
      refusal: refused(sequence, 'catalog.unknown_category', `There is no product category with the code "${category}".`),
    };
  }
  return { record, product: { ...parsed.data, categoryId, id: uuidv7() } };
}

async function judgeAll(tx: TenantTx, records: readonly ImportRecord[], staged: StagedKeys | null) {
  const codes = records.flatMap(({ values }) => (values.category ? [values.category] : []));
  const categories = await categoriesByCode(tx, codes);
  return records.map((record) => judgeProduct(record, { categories, staged }));
}

export const importProducts: Importable = {
  kind: productsKind,
  does: ['catalog.product.create'],
  after: [categoriesKind.name],
  check: async (tx, records, staged) =>
    (await judgeAll(tx, records, staged)).map(({ record, refusal: no }) => no ?? { sequence: record.sequence, status: 'ready' }),
  apply: async (tx, records) => {
    const judged = await judgeAll(tx, records, null);
    const known = await productsByCode(
      tx,
      judged.flatMap(({ product }) => (product ? [product.code] : [])),
    );
    const fresh = judged.flatMap(({ product }) => (product && !known.has(product.code) ? [product] : []));
    if (fresh.length > 0) await insertProducts(tx, fresh);
    for (const product of fresh) {
      tx.record({ subjectId: product.id, after: product });
      tx.emit(productCreated, { productId: product.id, code: product.code });
    }
    return judged.map(({ record, product, refusal: no }): ImportOutcome => {
      if (!product) return no as ImportOutcome;
      const existing = known.get(product.code);
      return { sequence: record.sequence, status: existing ? 'unchanged' : 'created', targetId: existing ?? product.id };
    });
  },
};

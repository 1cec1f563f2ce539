export type Category = {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly tax: 'reduced' | 'standard';
  /** Share of the sales price that the goods cost. */
  readonly costShare: number;
  /** How sales lean over the year, January first. */
  readonly season: readonly number[];
};

const even = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
const winter = [1.2, 1.1, 0.9, 0.8, 0.7, 0.6, 0.6, 0.7, 1, 1.3, 1.6, 1.8];
const spring = [0.3, 0.6, 1.6, 2.2, 2.3, 1.8, 1.2, 0.9, 0.8, 0.5, 0.3, 0.3];

export const categories: readonly Category[] = [
  {
    code: 'COFFEE',
    name: 'Coffee & tea',
    description: 'Beans, leaves and infusions',
    tax: 'reduced',
    costShare: 0.62,
    season: even,
  },
  {
    code: 'TABLE',
    name: 'Tableware',
    description: 'Stoneware, glass and cutlery',
    tax: 'standard',
    costShare: 0.55,
    season: winter,
  },
  {
    code: 'KITCHEN',
    name: 'Kitchen tools',
    description: 'Knives, pans and boards',
    tax: 'standard',
    costShare: 0.58,
    season: even,
  },
  { code: 'TEXTILE', name: 'Textiles', description: 'Linen, wool and cotton', tax: 'standard', costShare: 0.52, season: winter },
  {
    code: 'LIGHT',
    name: 'Lighting',
    description: 'Lamps, lanterns and candles',
    tax: 'standard',
    costShare: 0.57,
    season: winter,
  },
  {
    code: 'GARDEN',
    name: 'Garden',
    description: 'Tools, pots and outdoor living',
    tax: 'standard',
    costShare: 0.6,
    season: spring,
  },
  {
    code: 'PAPER',
    name: 'Paper & desk',
    description: 'Notebooks, pens and desk things',
    tax: 'standard',
    costShare: 0.5,
    season: even,
  },
  { code: 'BATH', name: 'Bath', description: 'Soap, towels and brushes', tax: 'standard', costShare: 0.54, season: even },
];

export type Unit = { readonly code: string; readonly name: string };
export const units: readonly Unit[] = [
  { code: 'PCS', name: 'Piece' },
  { code: 'SET', name: 'Set' },
  { code: 'KG', name: 'Kilogram' },
  { code: 'BOX', name: 'Box' },
];

export type TaxCode = { readonly code: string; readonly name: string; readonly rate: string };
export const taxCodes: readonly TaxCode[] = [
  { code: 'STANDARD', name: 'Standard 21 %', rate: '0.21' },
  { code: 'REDUCED', name: 'Reduced 9 %', rate: '0.09' },
  { code: 'EXPORT', name: 'Export 0 %', rate: '0' },
];

/** Price in cents, unit, name, how it is packed. */
const rows: Readonly<Record<string, readonly (readonly [number, string, string, string])[]>> = {
  COFFEE: [
    [1890, 'KG', 'House espresso beans', 'sack of 1 kg'],
    [2150, 'KG', 'Single-farm filter beans', 'sack of 1 kg'],
    [1760, 'KG', 'Decaffeinated beans', 'sack of 1 kg'],
    [995, 'BOX', 'Breakfast black tea', '6 tins of 100 g'],
    [1240, 'BOX', 'Jasmine green tea', '6 tins of 80 g'],
    [860, 'BOX', 'Peppermint infusion', '8 boxes of 20 bags'],
    [910, 'BOX', 'Rooibos and orange', '8 boxes of 20 bags'],
    [1480, 'BOX', 'Dark drinking chocolate', '6 tins of 250 g'],
    [690, 'PCS', 'Lemon honey', 'jar of 350 g'],
    [540, 'PCS', 'Cane sugar cubes', 'box of 500 g'],
  ],
  TABLE: [
    [1490, 'PCS', 'Stoneware dinner plate, chalk', '6 a carton'],
    [1190, 'PCS', 'Stoneware side plate, chalk', '6 a carton'],
    [1290, 'PCS', 'Stoneware bowl, moss', '6 a carton'],
    [1090, 'PCS', 'Espresso cup with saucer', '12 a carton'],
    [1350, 'PCS', 'Tall mug, slate', '12 a carton'],
    [2490, 'SET', 'Water glasses', 'set of 4'],
    [3290, 'SET', 'Wine glasses', 'set of 4'],
    [5900, 'SET', 'Cutlery, brushed steel', '16 pieces'],
    [3950, 'PCS', 'Serving platter, oak', 'single'],
    [4450, 'PCS', 'Carafe with cork', '2 a carton'],
  ],
  KITCHEN: [
    [6900, 'PCS', 'Cook’s knife, 20 cm', 'single'],
    [3450, 'PCS', 'Paring knife, 9 cm', 'single'],
    [4900, 'PCS', 'Cutting board, walnut', 'single'],
    [8950, 'PCS', 'Cast-iron casserole, 4 l', 'single'],
    [5450, 'PCS', 'Carbon-steel pan, 28 cm', 'single'],
    [1690, 'PCS', 'Whisk, beech handle', '6 a carton'],
    [1150, 'SET', 'Wooden spoons', 'set of 3'],
    [2290, 'PCS', 'Pepper mill, ash', '4 a carton'],
    [2790, 'PCS', 'Kitchen scale', 'single'],
    [1990, 'PCS', 'Mortar and pestle, marble', 'single'],
  ],
  TEXTILE: [
    [1650, 'PCS', 'Linen tea towel', '10 a bundle'],
    [5900, 'PCS', 'Linen tablecloth, 160 × 250', 'single'],
    [2450, 'SET', 'Linen napkins', 'set of 4'],
    [8900, 'PCS', 'Wool throw, herringbone', 'single'],
    [3490, 'PCS', 'Cushion cover, 50 × 50', '4 a carton'],
    [2190, 'PCS', 'Apron, washed cotton', '6 a carton'],
    [1290, 'PCS', 'Oven glove', '10 a carton'],
    [11900, 'PCS', 'Cotton bedspread', 'single'],
    [4590, 'PCS', 'Jute rug, 70 × 140', 'single'],
    [1890, 'PCS', 'Market bag', '10 a bundle'],
  ],
  LIGHT: [
    [6490, 'PCS', 'Table lamp, opal glass', 'single'],
    [12900, 'PCS', 'Floor lamp, brass', 'single'],
    [8450, 'PCS', 'Pendant lamp, rattan', 'single'],
    [3290, 'PCS', 'Storm lantern, small', '2 a carton'],
    [4890, 'PCS', 'Storm lantern, large', 'single'],
    [1590, 'SET', 'Beeswax candles', 'set of 6'],
    [2290, 'PCS', 'Scented candle, fig', '6 a carton'],
    [990, 'BOX', 'Tea lights', 'box of 50'],
    [1890, 'PCS', 'Candle holder, iron', '6 a carton'],
    [3590, 'PCS', 'String lights, 10 m', 'single'],
  ],
  GARDEN: [
    [2890, 'PCS', 'Hand trowel, ash', '6 a carton'],
    [4290, 'PCS', 'Secateurs', '4 a carton'],
    [3490, 'PCS', 'Watering can, 5 l', 'single'],
    [1490, 'PCS', 'Terracotta pot, 20 cm', '6 a carton'],
    [2690, 'PCS', 'Terracotta pot, 32 cm', '2 a carton'],
    [7900, 'PCS', 'Folding chair, acacia', 'single'],
    [690, 'PCS', 'Wildflower seeds', '20 a display'],
    [790, 'PCS', 'Jute twine', '12 a carton'],
    [1990, 'PCS', 'Gardening gloves', '10 a bundle'],
    [5490, 'PCS', 'Bird house, larch', 'single'],
  ],
  PAPER: [
    [1290, 'PCS', 'Notebook A5, dotted', '10 a pack'],
    [1690, 'PCS', 'Notebook A4, ruled', '10 a pack'],
    [2490, 'PCS', 'Weekly planner', '10 a pack'],
    [2950, 'PCS', 'Fountain pen, steel', 'single'],
    [450, 'PCS', 'Graphite pencil', '24 a box'],
    [890, 'BOX', 'Letter paper with envelopes', '20 sheets'],
    [3890, 'PCS', 'Desk tray, felt', 'single'],
    [1190, 'SET', 'Greeting cards', 'set of 8'],
    [690, 'PCS', 'Gift wrap, block print', '12 a carton'],
    [2190, 'PCS', 'Desk calendar, oak stand', 'single'],
  ],
  BATH: [
    [790, 'PCS', 'Olive soap', '12 a box'],
    [890, 'PCS', 'Lavender soap', '12 a box'],
    [1690, 'PCS', 'Hand wash, 500 ml', '6 a carton'],
    [1890, 'PCS', 'Hand cream, 250 ml', '6 a carton'],
    [2890, 'PCS', 'Bath towel, 70 × 140', '4 a bundle'],
    [1490, 'PCS', 'Hand towel, 50 × 100', '6 a bundle'],
    [1990, 'PCS', 'Body brush, beech', '6 a carton'],
    [1390, 'PCS', 'Sea sponge', '6 a carton'],
    [3990, 'PCS', 'Bath mat, waffle', '2 a bundle'],
    [2490, 'PCS', 'Soap dish, soapstone', '4 a carton'],
  ],
};

export type Product = {
  readonly code: string;
  readonly name: string;
  readonly packaging: string;
  readonly unit: string;
  readonly category: Category;
  readonly priceCents: number;
};

export const products: readonly Product[] = categories.flatMap((category, group) =>
  (rows[category.code] ?? []).map(([priceCents, unit, name, packaging], index) => ({
    code: `${group + 1}${String(index + 1).padStart(3, '0')}`,
    name,
    packaging,
    unit,
    category,
    priceCents,
  })),
);

export type Customer = {
  readonly code: string;
  readonly name: string;
  readonly city: string;
  readonly country: string;
  /** Buyers at home pay tax; exports are free of it. */
  readonly domestic: boolean;
  readonly termDays: number;
};

const home = 'Netherlands';

/** Name, city, country; the larger buyers first. All of them are invented. */
const rows: readonly (readonly [string, string, string])[] = [
  ['Noordkaap Warenhuizen', 'Amsterdam', home],
  ['Lindqvist & Daughters', 'Gothenburg', 'Sweden'],
  ['Huis van Vlas', 'Utrecht', home],
  ['Maison Tourterelle', 'Lyon', 'France'],
  ['Brückenhof Handel', 'Cologne', 'Germany'],
  ['De Zilveren Lepel', 'Rotterdam', home],
  ['Ponteverde Casa', 'Porto', 'Portugal'],
  ['Fjellheim Interiør', 'Bergen', 'Norway'],
  ['Tuinderij Groenoord', 'Haarlem', home],
  ['Casa Almendra', 'Valencia', 'Spain'],
  ['Ostwind Kaufhaus', 'Leipzig', 'Germany'],
  ['Kade Twaalf', 'Rotterdam', home],
  ['Ashcombe Home', 'Bristol', 'United Kingdom'],
  ['Bottega Sant’Elmo', 'Bologna', 'Italy'],
  ['Kantoorhuis Delta', 'Eindhoven', home],
  ['Hasegawa Lifestyle', 'Kobe', 'Japan'],
  ['Rue des Tilleuls', 'Brussels', 'Belgium'],
  ['Het Koperen Keteltje', 'Delft', home],
  ['Silverbirch Gifts', 'Toronto', 'Canada'],
  ['Van Tol & Co', 'Groningen', home],
  ['Wieczorek Dom', 'Kraków', 'Poland'],
  ['Blauwbrug Hotels', 'Amsterdam', home],
  ['Atelier Mirabelle', 'Strasbourg', 'France'],
  ['Oak & Ember', 'Dublin', 'Ireland'],
  ['Stadsbakkerij Molenaar', 'Leiden', home],
  ['Steinmetz Wohnen', 'Graz', 'Austria'],
  ['Karlsen Butikker', 'Aarhus', 'Denmark'],
  ['Buiten & Binnen', 'Nijmegen', home],
  ['Lumière du Lac', 'Geneva', 'Switzerland'],
  ['Papierwinkel Inkt', 'Maastricht', home],
  ['Harbour Nine', 'Auckland', 'New Zealand'],
  ['Vlinderslag Cadeaus', 'Arnhem', home],
  ['Dvořák a synové', 'Brno', 'Czechia'],
  ['Hotel De Vier Winden', 'Den Haag', home],
  ['Saaristo Sisustus', 'Turku', 'Finland'],
  ['Theehuis Oosterpark', 'Amsterdam', home],
  ['Ferreira & Lobo', 'Lisbon', 'Portugal'],
  ['Woonwinkel Rietveld', 'Amersfoort', home],
  ['Copper Lantern', 'Edinburgh', 'United Kingdom'],
  ['Koffiebar Spoorzicht', 'Zwolle', home],
  ['Kovács Otthon', 'Budapest', 'Hungary'],
  ['Bloemenkade', 'Breda', home],
  ['Santoro Giardino', 'Verona', 'Italy'],
  ['Badhuis Zuiderzee', 'Hoorn', home],
  ['Mbeki Living', 'Cape Town', 'South Africa'],
  ['Kwekerij De Linde', 'Apeldoorn', home],
  ['Arslan Ev', 'Izmir', 'Türkiye'],
  ['Restaurant Getij', 'Vlissingen', home],
  ['Pacheco Hogar', 'Montevideo', 'Uruguay'],
  ['Kaarsenmakerij Vlam', 'Gouda', home],
  ['Tan & Rivers', 'Singapore', 'Singapore'],
  ['Schrijfgoed', 'Tilburg', home],
  ['Ilves Kodu', 'Tallinn', 'Estonia'],
  ['Speelhuis Kiekeboe', 'Alkmaar', home],
  ['Blue Heron Mercantile', 'Portland', 'United States'],
  ['Lodge Heidezicht', 'Ede', home],
  ['Papadaki Spiti', 'Heraklion', 'Greece'],
  ['Galerie Zonneveld', 'Deventer', home],
  ['Okafor Interiors', 'Lagos', 'Nigeria'],
  ['Wolwinkel De Schering', 'Sneek', home],
];

const terms = [30, 14, 30, 60, 30, 30, 14, 45] as const;

export const customers: readonly Customer[] = rows.map(([name, city, country], index) => ({
  code: `C${String(index + 1).padStart(3, '0')}`,
  name,
  city,
  country,
  domestic: country === home,
  termDays: terms[index % terms.length] ?? 30,
}));

export type Supplier = { readonly code: string; readonly name: string; readonly city: string; readonly country: string };

const supplierRows: readonly (readonly [string, string, string])[] = [
  ['Serra Clara Ceramics', 'Aveiro', 'Portugal'],
  ['Hochland Rösterei', 'Bremen', 'Germany'],
  ['Mira Textile Mills', 'Denizli', 'Türkiye'],
  ['Glashütte Tannberg', 'Zwiesel', 'Germany'],
  ['Saigon Bamboo Works', 'Hội An', 'Vietnam'],
  ['Ljusgården Armaturer', 'Malmö', 'Sweden'],
  ['Papiernia Wisła', 'Bydgoszcz', 'Poland'],
  ['Savonnerie du Midi Vieux', 'Marseille', 'France'],
  ['Assam River Estates', 'Jorhat', 'India'],
  ['Staalgieterij Maas', 'Venlo', 'Netherlands'],
  ['Oliveira Cork', 'Évora', 'Portugal'],
  ['Carrara Pietra Viva', 'Carrara', 'Italy'],
  ['Gärtnerei Sonnental', 'Erfurt', 'Germany'],
  ['Kyoto Brush Guild', 'Kyoto', 'Japan'],
  ['Zeeuwse Touwslagerij', 'Middelburg', 'Netherlands'],
];

export const suppliers: readonly Supplier[] = supplierRows.map(([name, city, country], index) => ({
  code: `S${String(index + 1).padStart(3, '0')}`,
  name,
  city,
  country,
}));

type Postal = {
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly region: string | null;
};

/** An address as it stands on an envelope, below the name. @param country as it is written there; null at home */
export function postalLines({ street, postalCode, city, region }: Postal, country: string | null): string[] {
  const place = [postalCode, city].filter((part) => part !== null).join(' ');
  const lines = [street, [place, region].filter(Boolean).join(', '), country?.toUpperCase()];
  return lines.flatMap((line) => line || []);
}
